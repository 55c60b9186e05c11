"""W9143."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class AwslogsRegionFixed(DeployabilityRule):
    """A log group of this stack that is looked for in one fixed Region."""

    id = "W9143"
    shortdesc = "awslogs-region is fixed although the log group is of this stack"
    description = (
        "The log group is made in the Region of the stack, but the containers look for it in the "
        "Region of awslogs-region: in every other Region the tasks do not start "
        "(ResourceInitializationError). Write !Ref AWS::Region."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"
    tags = ["resources", "ecs", "logs"]
    bad = """
Resources:
  Logs: {Type: AWS::Logs::LogGroup, DeletionPolicy: Delete, UpdateReplacePolicy: Delete}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
            Options: {awslogs-group: !Ref Logs, awslogs-region: us-east-1}
"""
    good = bad.replace("us-east-1", "!Ref 'AWS::Region'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the group with the Region beside it."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for options in task.values("ContainerDefinitions.*.LogConfiguration.Options"):
                for group, region in options.cases("awslogs-group", "awslogs-region"):
                    logs = group.follow("AWS::Logs::LogGroup")
                    if logs and region.text and not region.sources:
                        yield Finding(
                            region.path,
                            f"{logs.logical_id} is in the Region of the stack, which need not be "
                            f"{region.shown}; write !Ref AWS::Region",
                        )
