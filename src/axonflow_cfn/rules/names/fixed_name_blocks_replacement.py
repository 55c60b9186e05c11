"""W9006."""

from collections.abc import Iterator

from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.name_forms import NAME_FORMS
from axonflow_cfn.rule import DeployabilityRule, Finding

_REGION = "us-east-1"  # where every type of the table exists; the property lists do not differ


class FixedNameBlocksReplacement(DeployabilityRule):
    """A named resource that a new parameter value would have to replace."""

    id = "W9006"
    shortdesc = "Parameter feeds a create-only property of a named resource"
    description = (
        "A new value of the parameter needs a new resource, and CloudFormation refuses to replace "
        "one with a name of its own ('cannot update a stack when a custom-named resource requires "
        "replacing'): the update fails. Make the property a constant, or leave the name out. A "
        "VPC id is let through, since a stack does not move to another VPC anyway, and so is a "
        "name from a parameter, which can be changed at the same time."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-name.html"
    )
    tags = ["resources", "names", "parameters"]
    bad = """
Parameters:
  Port: {Type: Number, Default: 8080}
Resources:
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: !Sub ${AWS::StackName}-tg
      Port: !Ref Port
      Protocol: HTTP
      TargetType: ip
"""
    good = bad.replace("!Ref Port", "8080").replace("  Port: {Type", "  Unused: {Type")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the provider schema which properties can't change."""
        for kind, key in NAME_FORMS:
            for resource in model.of_type(kind) if kind != "AWS::ECS::TaskDefinition" else ():
                fixed = [name for name in resource.values(key) if not name.sources]
                for path in _create_only(kind) if fixed else ():
                    if path != key:
                        yield from _changing(resource.values(path), path, key, fixed)


def _changing(
    values: Iterator[Value], path: str, key: str, fixed: list[Value]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for value in values:
        names = [name for name in fixed if value.model.together(name, value) is not None]
        for parameter in sorted(value.sources - seen) if names else ():
            if _changes(value, parameter):
                seen.add(parameter)
                yield Finding(
                    value.path,
                    f"parameter {parameter} can't change: {path} needs a replacement, which "
                    f"{key} {names[0].shown} forbids; make it a constant or leave the name out",
                )


def _create_only(kind: str) -> list[str]:
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(_REGION, kind).schema
    pointers = [str(pointer) for pointer in schema.get("createOnlyProperties", ())]
    paths = [pointer.removeprefix("/properties/").replace("/", ".") for pointer in pointers]
    return [path for path in paths if "*" not in path]


def _changes(value: Value, parameter: str) -> bool:
    """Whether a parameter may be given another value at all, and is no VPC."""
    declared = value.model.parameters[parameter]
    is_vpc = declared.type == "AWS::EC2::VPC::Id" or value.path[-1] in {"VpcId", "Vpc"}
    return not is_vpc and (declared.open or len(declared.choices) > 1)
