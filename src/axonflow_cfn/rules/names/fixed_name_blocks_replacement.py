"""W9006."""

import re
from collections.abc import Iterator

from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

from axonflow_cfn.model import Resource, TemplateModel, Value
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
        "name from a parameter, which can be changed at the same time; but not if that is the "
        "prefix of other resources too and the template itself offers another value to choose."
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
                fixed = [
                    name
                    for name in resource.values(key)
                    if all(_shared(model, resource, source) for source in name.sources)
                ]
                for path in _create_only(kind) if fixed else ():
                    if path != key:
                        yield from _changing(resource.values(path), path, key, fixed)


def _changing(
    values: Iterator[Value], path: str, key: str, fixed: list[Value]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for value in values:
        joint = [name for name in fixed if value.model.together(name, value) is not None]
        for parameter in sorted(value.sources - seen):
            offered = _offered(value, parameter)
            names = [
                name
                for name in joint
                if offered or not name.sources
                if parameter not in name.sources
            ]
            if names and _changes(value, parameter):
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


def _shared(model: TemplateModel, resource: Resource, parameter: str) -> bool:
    """Whether others depend on the parameter, so that nobody changes it for this name alone."""
    users = [
        other
        for other in model.resources
        if other != resource.logical_id
        and any(mention.name == parameter for mention in model.mentions(other))
    ]
    return len(users) > 1


def _offered(value: Value, parameter: str) -> bool:
    """Whether a parameter offers versions, sizes and the like, rather than names a stage."""
    declared = value.model.parameters[parameter]
    return not declared.open and all(re.match(r"\d", choice) for choice in declared.choices)
