"""E9035."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.functions import Call, calls
from axonflow_cfn.rule import DeployabilityRule, Finding


class MappingLacksAllowedValue(DeployabilityRule):
    """A value that a parameter allows and a mapping does not have."""

    id = "E9035"
    shortdesc = "Mapping has no entry for a value that its parameter allows"
    description = (
        "The default deploys, another allowed value does not: CloudFormation refuses the stack "
        "('Unable to get mapping'). Add the entry, take the value out of AllowedValues, or give "
        "Fn::FindInMap a DefaultValue."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "intrinsic-function-reference-findinmap.html"
    )
    tags = ["mappings", "parameters", "functions"]
    bad = """
Parameters:
  Plan: {Type: String, Default: Small, AllowedValues: [Small, Large]}
Mappings:
  Limits: {Small: {Requests: '100'}}
Resources:
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: !FindInMap [Limits, !Ref Plan, Requests]}
"""
    good = bad.replace("{Small: {Requests: '100'}}",
                       "{Small: {Requests: '100'}, Large: {Requests: '900'}}")  # fmt: skip

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each value that a parameter can put in."""
        for call in calls(model, "Fn::FindInMap"):
            match call.argument:
                case [str(name), first, second] if isinstance(model.mappings.get(name), dict):
                    yield from _missing(model, call, str(name), first, second)


def _missing(
    model: TemplateModel, call: Call, name: str, first: object, second: object
) -> Iterator[Finding]:
    table = model.mappings[name]
    match first, second:
        case {"Ref": str(parameter)}, str(key) if parameter in model.parameters:
            choices = model.parameters[parameter].choices
            if all(isinstance(table.get(row), dict) and key in table[row] for row in choices):
                return
    for row in model.resolve(first, (*call.path, "Fn::FindInMap", 1), call.when):
        if row.text is None:
            continue
        if row.text not in table:
            yield from _finding(row, f"mapping {name} has no {row.shown}")
        elif isinstance(table[row.text], dict):
            for cell in model.resolve(second, (*call.path, "Fn::FindInMap", 2), row.when):
                if cell.text is not None and cell.text not in table[row.text]:
                    yield from _finding(cell, f"{name}.{row.shown} has no {cell.shown}", row)


def _finding(value: Value, problem: str, *others: Value) -> Iterator[Finding]:
    # Literal keys are looked up by cfn-lint itself.
    if any(one.sources for one in (value, *others)):
        yield Finding(value.path, f"{problem}; add it or take the value out of AllowedValues")
