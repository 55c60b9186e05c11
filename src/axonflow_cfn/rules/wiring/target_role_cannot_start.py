"""E9734."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
_ACTIONS = {
    "AWS::CodeBuild::Project": "codebuild:StartBuild",
    "AWS::CodePipeline::Pipeline": "codepipeline:StartPipelineExecution",
    "AWS::Kinesis::Stream": "kinesis:PutRecord",
    "AWS::KinesisFirehose::DeliveryStream": "firehose:PutRecord",
    "AWS::StepFunctions::StateMachine": "states:StartExecution",
}


class TargetRoleCannotStart(DeployabilityRule):
    """A rule whose role may not start what the rule starts."""

    id = "E9734"
    shortdesc = "Role of an EventBridge target may not start the target"
    description = (
        "The rule is created and nothing ever starts (FailedInvocations): the role of the target "
        "lacks the permission. For a task on ECS it needs ecs:RunTask on the task definition and "
        "iam:PassRole on its roles, for a state machine states:StartExecution, for a build "
        "codebuild:StartBuild."
    )
    source_url = (
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html"
    )
    tags = ["resources", "events", "iam", "wiring"]
    bad = """
Resources:
  Machine: {Type: AWS::StepFunctions::StateMachine}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: start
          PolicyDocument:
            Statement: [{Effect: Allow, Action: states:DescribeExecution, Resource: '*'}]
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: machine, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}]
"""
    good = bad.replace("states:DescribeExecution", "states:StartExecution")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the role of each target for what the target needs."""
        for rule in model.of_type("AWS::Events::Rule"):
            for target in rule.values("Targets.*"):
                for arn, holder, task in target.cases(
                    "Arn", "RoleArn", "EcsParameters.TaskDefinitionArn"
                ):
                    role = holder.follow("AWS::IAM::Role")
                    for action, on in _needed(arn, task) if role else ():
                        if role and allows(role, action, on) is False:
                            yield Finding(
                                holder.path,
                                f"{role.logical_id} may not {action}, so the rule starts nothing; "
                                "allow it",
                            )


def _needed(arn: Value, task: Value) -> Iterator[tuple[str, Value]]:
    resource = arn.follow()
    if resource and resource.type in _ACTIONS:
        yield _ACTIONS[resource.type], arn
    definition = task.follow("AWS::ECS::TaskDefinition")
    if resource and resource.type == "AWS::ECS::Cluster" and definition:
        yield "ecs:RunTask", task
        for role in _roles(definition):
            yield "iam:PassRole", role


def _roles(definition: Resource) -> Iterator[Value]:
    for key in ("ExecutionRoleArn", "TaskRoleArn"):
        for role in definition.values(key):
            if role.follow("AWS::IAM::Role"):
                yield role
