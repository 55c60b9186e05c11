"""W9162."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, Symbol, TemplateModel, Value
from axonflow_cfn.model.name_uses import TASK_LOG_GROUP, NameUse, task_log_groups
from axonflow_cfn.model.values import show
from axonflow_cfn.rule import DeployabilityRule, Finding

_STACK = Symbol("AWS::StackName")
# Folders that products share: groups below them need not belong together.
_COMMON = {"", "app", "apps", "aws", "containers", "ecs", "fargate", "logs", "service", "services"}


class LogGroupOfNobody(DeployabilityRule):
    """A container's log group that stands beside those of the template, but is not among them."""

    id = "W9162"
    shortdesc = "Log group of a container is not among those that the template creates"
    description = (
        "The log groups of the other containers are created here, under names that begin alike, "
        "and nothing creates this one. Unless it exists already, the tasks do not start "
        "(ResourceInitializationError: failed to validate logger args: The specified log group "
        "does not exist). Create it, use a Ref, or set awslogs-create-group."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"
    tags = ["resources", "ecs", "logs"]
    bad = """
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: /shop/prod/web}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: !Ref Logs}}
        - Name: proxy
          Image: proxy:1
          LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: /shop/prod/proxy}}
"""
    good = bad.replace("/shop/prod/proxy}", "!Ref Logs}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the groups that do not exist with those that do and are used."""
        uses = list(task_log_groups(model))
        used = {group.logical_id: group for use in uses for group in use.owners}
        for task in model.of_type(TASK_LOG_GROUP[0]):
            for name in task.values(f"{TASK_LOG_GROUP[1]}.awslogs-group"):
                group = name.follow("AWS::Logs::LogGroup")
                if group:
                    used[group.logical_id] = model.resources[group.logical_id]
        for use in uses:
            # Names with the stack's name can be made here only: E9010 reports them.
            if use.owners or not use.certain or _STACK in use.name.parts:
                continue
            similar = [name for name, group in used.items() if _similar(use, group)]
            if similar:
                yield Finding(
                    use.name.path,
                    f"nothing creates the log group {use.name.shown}, as {similar[0]} is created; "
                    "tasks can't start without it",
                )


def _similar(use: NameUse, group: Resource) -> bool:
    """Whether a group's name is put together in the same way and has the same beginning."""
    ours = _beginnings(use.name)
    return any(
        name.given(use.name.when)
        and use.name.sources <= name.sources
        and not ours.isdisjoint(_beginnings(name))
        for name in group.values("LogGroupName")
    )


def _beginnings(name: Value) -> set[str]:
    """What a name begins with, as far as only one product would begin like that."""
    spelled = "".join(map(show, name.parts))
    folder = spelled.rpartition("/")[0]
    own = [part for part in folder.split("/") if part not in _COMMON]
    words = re.split(r"[-_.]", spelled.rpartition("/")[2])
    found = {folder} if own else set()
    if len(words) > 2:  # noqa: PLR2004 - shop-prod-web: two words and the part
        found.add(f"{folder}/{words[0]}-{words[1]}")
    return set() if spelled.startswith("/aws/") else found
