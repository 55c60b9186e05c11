"""W9546."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding

_SEPARATE = ("AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::RolePolicy")


class PolicyAttachedTooLate(DeployabilityRule):
    """Tasks that may start before their role has its policy."""

    id = "W9546"
    shortdesc = "Service does not wait for a separate policy of its role"
    description = (
        "A policy in a resource of its own comes after the role: the service starts tasks that may "
        "not yet read their secrets, and on delete the policy goes first, while tasks still drain. "
        "Put it into the role's Policies, or let the service DependsOn it."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-iam-policy.html"
    )
    tags = ["resources", "ecs", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: queue
      Roles: [!Ref Role]
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: web, Image: 'web:1'}]
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task}
"""
    good = bad.replace(
        "    Type: AWS::ECS::Service", "    Type: AWS::ECS::Service\n    DependsOn: Policy"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each service to its roles, and to what is attached to them."""
        policies = list(model.of_type(*_SEPARATE))
        for service in model.of_type("AWS::ECS::Service") if policies else ():
            before = model.waits_for(service.logical_id)
            roles = {
                role
                for task in task_definitions(service)
                for path in ("TaskRoleArn", "ExecutionRoleArn")
                for value in task.values(path)
                if value.reference and (role := value.reference.logical_id)
            }
            for policy in policies:
                held = _held(policy) & roles
                if held and policy.logical_id not in before and service.given(policy.when):
                    yield Finding(
                        service.path,
                        f"{service.logical_id} does not wait for {policy.logical_id}, which is "
                        f"attached to its role {min(held)}; add DependsOn",
                    )


def _held(policy: Resource) -> set[str]:
    """The roles that a policy attaches itself to."""
    key = "RoleName" if policy.type == "AWS::IAM::RolePolicy" else "Roles.*"
    return {value.reference.logical_id for value in policy.values(key) if value.reference}
