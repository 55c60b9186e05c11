"""W9104."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

_ACTIONS = (
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
)


class ExecWithoutPermissions(DeployabilityRule):
    """ECS Exec switched on for a task role that cannot use it."""

    id = "W9104"
    shortdesc = "ECS Exec needs four ssmmessages actions on the task role"
    description = (
        "With EnableExecuteCommand the agent in each task opens channels to Systems Manager with "
        "the task role; without all four ssmmessages actions on '*' every exec session fails. "
        "Allow them on the role of TaskRoleArn (not of ExecutionRoleArn)."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"
    tags = ["resources", "ecs", "iam"]
    bad = """
Resources:
  Role: {Type: AWS::IAM::Role, Properties: {}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
  Service:
    Type: AWS::ECS::Service
    Properties:
      EnableExecuteCommand: true
      TaskDefinition: !Ref Task
"""
    good = bad.replace(
        "Properties: {}",
        """Properties: {Policies: [{PolicyName: exec, PolicyDocument: {
    Statement: [{Effect: Allow, Action: ['ssmmessages:*'], Resource: '*'}]}}]}""",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the task role of each service that switches exec on."""
        for service in model.of_type("AWS::ECS::Service"):
            for enabled in service.values("EnableExecuteCommand"):
                under = service.given(enabled.when)
                for task in task_definitions(under) if under and enabled.flag else ():
                    for arn in task.values("TaskRoleArn"):
                        role = arn.follow("AWS::IAM::Role")
                        missing = [a for a in _ACTIONS if role and allows(role, a) is False]
                        if role and missing:
                            yield Finding(
                                enabled.path,
                                f"exec is enabled, but {role.logical_id} lacks "
                                f"{', '.join(missing)}; allow them on '*'",
                            )
