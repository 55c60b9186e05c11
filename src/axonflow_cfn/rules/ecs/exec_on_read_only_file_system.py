"""W9151."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExecOnReadOnlyFileSystem(DeployabilityRule):
    """ECS Exec in a container whose file system it can't write."""

    id = "W9151"
    shortdesc = "ECS Exec does not work with a read-only root file system"
    description = (
        "The agent behind ECS Exec must create files and directories in the container, so "
        "ReadonlyRootFilesystem excludes it: sessions fail. Switch one of the two off."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: exec
          PolicyDocument: {Statement: [{Effect: Allow, Action: 'ssmmessages:*', Resource: '*'}]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: web, Image: 'web:1', ReadonlyRootFilesystem: true}]
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, EnableExecuteCommand: true}
"""
    good = bad.replace("ReadonlyRootFilesystem: true", "ReadonlyRootFilesystem: false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the containers of each service that switches exec on."""
        for service in model.of_type("AWS::ECS::Service"):
            for enabled in service.values("EnableExecuteCommand"):
                under = service.given(enabled.when) if enabled.flag else None
                for task in task_definitions(under) if under else ():
                    for read_only in task.values("ContainerDefinitions.*.ReadonlyRootFilesystem"):
                        if read_only.flag:
                            yield Finding(
                                read_only.path,
                                f"{service.logical_id} enables ECS Exec, which can't work in this "
                                "container; switch one of the two off",
                            )
