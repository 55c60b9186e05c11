"""W9005."""

from collections.abc import Iterator

from axonflow_cfn.model import Symbol, TemplateModel, Value
from axonflow_cfn.model.name_forms import NAME_FORMS
from axonflow_cfn.rule import DeployabilityRule, Finding


class RetainedWithFixedName(DeployabilityRule):
    """A resource that stays behind with the name that the next stack needs."""

    id = "W9005"
    shortdesc = "Retained resource with a fixed name blocks the next deployment"
    description = (
        "After the stack is deleted, or its creation has failed, the resource is still there with "
        "its name, so deploying the same template again under the same stack name fails with "
        "'already exists'. Leave the name out, take it from a parameter, or choose Delete or "
        "Snapshot as the DeletionPolicy."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-deletionpolicy.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}'}
"""
    good = bad.replace("Retain\n", "Delete\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for both on one resource."""
        for kind, key in NAME_FORMS:
            for resource in model.of_type(kind) if kind != "AWS::ECS::TaskDefinition" else ():
                body = f"Properties.{key}"
                for name, policy in resource.body.cases(body, "DeletionPolicy"):
                    retained = policy.text in {"Retain", "RetainExceptOnCreate"}
                    if retained and _fixed(name):
                        yield Finding(
                            policy.path,
                            f"{resource.logical_id} is retained with the name {name.shown}, which "
                            "the next deployment needs; leave the name out or delete it",
                        )
                        break


def _fixed(name: Value) -> bool:
    """Whether a stack of the same name would get the same name again, with no choice."""
    return bool(name.parts) and not name.sources and all(
        isinstance(part, str) or (isinstance(part, Symbol) and part.name != "AWS::StackId")
        for part in name.parts
    )  # fmt: skip
