"""E9142."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding

_MODES = {"blocking", "non-blocking"}


class AwslogsOptions(DeployabilityRule):
    """Options of the awslogs driver that it refuses."""

    id = "E9142"
    shortdesc = "Options of the awslogs driver are missing or contradict each other"
    description = (
        "On Fargate awslogs needs awslogs-stream-prefix. mode is blocking or non-blocking, "
        "max-buffer-size goes with non-blocking only, and awslogs-datetime-format excludes "
        "awslogs-multiline-pattern. ECS refuses the task definition, or the tasks do not start."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"
    tags = ["resources", "ecs", "logs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: !ImportValue role
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
            Options: {awslogs-group: app, awslogs-region: eu-west-1}
"""
    good = bad.replace("eu-west-1}", "eu-west-1, awslogs-stream-prefix: web}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the options of each awslogs driver."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for options in _options(task):
                yield from _conflicts(options)
            for fargate in where(task, "RequiresCompatibilities.*", "FARGATE"):
                for options in _options(fargate):
                    for (prefix,) in options.cases("awslogs-stream-prefix"):
                        if prefix.absent:
                            yield Finding(
                                options.path,
                                "awslogs on Fargate needs awslogs-stream-prefix; add it",
                            )


def _options(task: Resource) -> Iterator[Value]:
    for configuration in task.values("ContainerDefinitions.*.LogConfiguration"):
        for driver, options in configuration.cases("LogDriver", "Options"):
            if driver.text == "awslogs" and isinstance(options.data, dict):
                yield options


def _conflicts(options: Value) -> Iterator[Finding]:
    for mode, size, dates, pattern in options.cases(
        "mode", "max-buffer-size", "awslogs-datetime-format", "awslogs-multiline-pattern"
    ):
        if mode.text is not None and mode.text not in _MODES:
            yield Finding(mode.path, f"mode is {mode.shown}; it is blocking or non-blocking")
        if mode.text == "blocking" and size.present:
            yield Finding(size.path, "max-buffer-size goes with mode non-blocking only")
        if dates.text and pattern.text:
            yield Finding(
                pattern.path,
                "awslogs-multiline-pattern and awslogs-datetime-format exclude each other",
            )
