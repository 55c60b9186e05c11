"""W9008."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.name_uses import task_log_groups
from axonflow_cfn.rule import DeployabilityRule, Finding


class TypedLogGroupHidesDependency(DeployabilityRule):
    """A log group that a container names by hand."""

    id = "W9008"
    shortdesc = "Typed log group name lets tasks start before the group exists"
    description = (
        "Tasks may start before the log group is created, and are stopped after it is deleted; "
        "those tasks fail (ResourceInitializationError: failed to validate logger args). "
        "Write awslogs-group as a Ref to the log group, so that CloudFormation keeps the order."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"
    tags = ["resources", "names", "ecs", "logs", "dependencies"]
    bad = """
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}/web'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
            Options: {awslogs-group: !Sub '/ecs/${AWS::StackName}/web'}
"""
    good = bad.replace("awslogs-group: !Sub '/ecs/${AWS::StackName}/web'",
                       "awslogs-group: !Ref Logs")  # fmt: skip

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare typed names with the names of log groups that are not waited for."""
        for use in task_log_groups(model):
            before = model.waits_for(use.user.logical_id) if use.owners else frozenset()
            owners = [owner.logical_id for owner in use.owners]
            if owners and before.isdisjoint(owners):
                yield Finding(
                    use.name.path,
                    f"{use.user.logical_id} does not wait for {owners[0]} but spells out its name; "
                    f"use !Ref {owners[0]}",
                )
