"""E9144."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.iam import allows
from axonflow_cfn.rule import DeployabilityRule, Finding

_ACTION = "logs:CreateLogGroup"


class AwslogsGroupNotCreated(DeployabilityRule):
    """A log group that the driver shall create and may not."""

    id = "E9144"
    shortdesc = "awslogs-create-group needs logs:CreateLogGroup on the execution role"
    description = (
        "With awslogs-create-group the driver makes the log group with the execution role, and "
        "AmazonECSTaskExecutionRolePolicy does not allow it: the tasks stop with "
        "AccessDeniedException. Declare the log group in the template and refer to it, or allow "
        "logs:CreateLogGroup."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"
    tags = ["resources", "ecs", "logs", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: app
              awslogs-region: !Ref AWS::Region
              awslogs-create-group: 'true'
"""
    good = bad.replace("awslogs-create-group: 'true'", "awslogs-create-group: 'false'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the execution role of each task definition that has groups created."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for options in task.values("ContainerDefinitions.*.LogConfiguration.Options"):
                for create, group in options.cases("awslogs-create-group", "awslogs-group"):
                    under = task.given(create.when)
                    if not create.flag or group.reference or under is None:
                        continue
                    for arn in under.values("ExecutionRoleArn"):
                        role = arn.follow("AWS::IAM::Role")
                        if role and allows(role, _ACTION) is False:
                            yield Finding(
                                create.path,
                                f"{role.logical_id} lacks {_ACTION}; declare the log group or "
                                "allow it",
                            )
