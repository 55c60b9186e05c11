"""E9010."""

from collections.abc import Iterator
from itertools import chain

from axonflow_cfn.model import Symbol, TemplateModel
from axonflow_cfn.model.name_uses import NameUse, task_log_groups, typed_names
from axonflow_cfn.rule import DeployabilityRule, Finding

_STACK = Symbol("AWS::StackName")


class NothingHasThisName(DeployabilityRule):
    """A name made of the stack's name that no resource of the stack bears."""

    id = "E9010"
    shortdesc = "Name made of the stack name belongs to no resource"
    description = (
        "Whatever is called after the stack is made by the stack. The template uses a name with "
        "AWS::StackName in it, declares a resource of that kind under another name, and none under "
        "this one: a spelling differs, and the service does not find what it is asked for. Use "
        "Ref, so that the name is written once."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "intrinsic-function-reference-ref.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}/agent'}
  Errors:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: !Sub /ecs/${AWS::StackName}/agents
      FilterPattern: ERROR
      MetricTransformations: [{MetricName: Errors, MetricNamespace: App, MetricValue: '1'}]
"""
    good = bad.replace("!Sub /ecs/${AWS::StackName}/agents", "!Ref Logs")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for names that only this stack could make, and does not."""
        for use in chain(typed_names(model), task_log_groups(model)):
            if _STACK in use.name.parts and not use.owners and use.certain and not _service(use):
                similar = [resource.logical_id for resource in model.of_type(use.kind)]
                if similar:
                    yield Finding(
                        use.name.path,
                        f"no {use.kind} has the {use.key} {use.name.shown}; "
                        f"use !Ref {' or !Ref '.join(similar)}",
                    )


def _service(use: NameUse) -> bool:
    """Whether a service makes it: log groups such as /aws/lambda/name."""
    first = use.name.parts[0]
    return isinstance(first, str) and first.startswith("/aws/")
