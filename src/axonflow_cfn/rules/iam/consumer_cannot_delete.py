"""W9557."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.iam import allows, policies
from axonflow_cfn.model.policies import covers_action, of_holder
from axonflow_cfn.model.service_roles import uses
from axonflow_cfn.model.template import Resource
from axonflow_cfn.rule import DeployabilityRule, Finding

_READ, _DELETE = "sqs:ReceiveMessage", "sqs:DeleteMessage"


class ConsumerCannotDelete(DeployabilityRule):
    """A role of tasks or a function that may receive messages, but not delete them."""

    id = "W9557"
    shortdesc = "Role may receive messages of a queue, but not delete them"
    description = (
        "A message that was worked on has to be deleted; if that is denied, it comes again after "
        "the visibility timeout, is worked on again and again, and ends in the dead-letter queue. "
        "Allow the consumer sqs:DeleteMessage beside sqs:ReceiveMessage."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
        "sqs-visibility-timeout.html"
    )
    tags = ["resources", "iam", "sqs"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [{Name: web, Image: 'web:1'}]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: consume
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [sqs:ReceiveMessage, sqs:GetQueueAttributes]
                Resource: !GetAtt Queue.Arn
"""
    good = bad.replace("[sqs:ReceiveMessage,", "[sqs:ReceiveMessage, sqs:DeleteMessage,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the queues that each role of tasks or functions may read."""
        for _, role, service in uses(model):
            if service not in {"ecs-tasks", "lambda"}:
                continue
            for statement in policies(role).statements:
                if statement.effect != "Allow" or statement.negated:
                    continue
                for action in statement.actions:
                    for resource in statement.resources if covers_action(action, _READ) else ():
                        queue = resource.follow("AWS::SQS::Queue")
                        under = role.given(resource.when) if queue else None
                        if queue is None or under is None or _is_special(queue):
                            continue
                        if allows(under, _DELETE, resource) is False:
                            yield Finding(
                                action.path,
                                f"{role.logical_id} may receive messages of {queue.logical_id}, "
                                f"but not delete them, so they come again; allow {_DELETE} too",
                            )


def _is_special(queue: Resource) -> bool:
    """Whether a queue lets somebody in by its own policy, holds dead letters, or is Lambda's.

    Dead letters are looked at and stay there. What Lambda polls itself is E9726's.
    """
    model, name = queue.model, queue.logical_id
    open_to_roles = any(
        principal.kind != "Service"
        for policy in model.of_type("AWS::SQS::QueuePolicy")
        if name in model.dependencies[policy.logical_id]
        for statement in of_holder(policy, "resource")
        if statement.effect != "Deny"
        for principal in statement.principals
    )
    return open_to_roles or any(
        mention.name == name and not {"RedrivePolicy", "EventSourceArn"}.isdisjoint(mention.path)
        for other in model.of_type("AWS::SQS::Queue", "AWS::Lambda::EventSourceMapping")
        for mention in model.mentions(other.logical_id)
    )
