"""What CloudFormation refuses before it makes anything: wrong parameter values, failed rules."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from axonflow_cfn.resolve import parameter_values

Lookup = Mapping[str, Mapping[str, str]]
"""Attributes of existing things by their id, as ``Fn::ValueOf`` reads them, such as
``{"subnet-1": {"VpcId": "vpc-1", "AvailabilityZone": "us-east-1a"}}``."""


def refusals(template: Mapping[str, Any], given: Mapping[str, str], existing: Lookup) -> list[str]:
    """Return the sentences with which CloudFormation would refuse these values; none accepts them.

    Args:
        template: plain data, intrinsic functions in long form.
        given: parameter values by name.
        existing: what the account has, for rules that look at it.

    Raises:
        KeyError: a rule looks at a thing, or at an attribute of it, that ``existing`` lacks.
    """
    values = parameter_values(template, given)
    missing = [name for name in template.get("Parameters", {}) if name not in values]
    sentences = [*wrong_values(template, values), *(f"{name} needs a value" for name in missing)]
    if sentences:
        return sentences  # rules are evaluated on values that are possible
    return list(_failed_assertions(template, values, existing))


def wrong_values(template: Mapping[str, Any], given: Mapping[str, str]) -> list[str]:
    """Return a sentence for each given value that no parameter takes; none if all fit.

    Args:
        template: plain data, intrinsic functions in long form.
        given: parameter values by name; the others are not looked at.
    """
    declared = template.get("Parameters", {})
    unknown = [name for name in given if name not in declared]
    wrong = [
        name for name, item in declared.items() if name in given and not _fits(given[name], item)
    ]
    return [
        *(f"{name} is not a parameter of this template" for name in unknown),
        *(
            f"{name}: {declared[name].get('ConstraintDescription', 'not allowed')}"
            for name in wrong
        ),
    ]


def _fits(value: str, parameter: Mapping[str, Any]) -> bool:
    if parameter["Type"] == "Number" and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return False
    return all(
        (
            value in parameter.get("AllowedValues", [value]),
            re.fullmatch(parameter.get("AllowedPattern", "(?s:.*)"), value) is not None,
            "MinValue" not in parameter or float(value) >= parameter["MinValue"],
            "MaxValue" not in parameter or float(value) <= parameter["MaxValue"],
            len(value) <= parameter.get("MaxLength", len(value)),
        )
    )


def _failed_assertions(
    template: Mapping[str, Any], values: Mapping[str, str], existing: Lookup
) -> Iterator[str]:
    facts = _Facts(template, values, existing)
    for rule in template.get("Rules", {}).values():
        if not facts.test(rule.get("RuleCondition", {"Fn::Equals": ["", ""]})):
            continue
        for assertion in rule["Assertions"]:
            if not facts.test(assertion["Assert"]):
                yield assertion["AssertDescription"]


class _Facts:
    """What rule functions may look at: parameter values and the attributes of what exists."""

    def __init__(
        self, template: Mapping[str, Any], values: Mapping[str, str], existing: Lookup
    ) -> None:
        self._types = {name: item["Type"] for name, item in template.get("Parameters", {}).items()}
        self._values = values
        self._existing = existing

    def test(self, expression: Mapping[str, Any]) -> bool:
        """Evaluate a rule function (CloudFormation user guide, "Rule-specific functions")."""
        ((function, operand),) = expression.items()
        match function:
            case "Fn::And":
                return all(self.test(item) for item in operand)
            case "Fn::Or":
                return any(self.test(item) for item in operand)
            case "Fn::Not":
                return not self.test(operand[0])
        left, right = (self._value(item) for item in operand)
        match function:
            case "Fn::Equals":
                return bool(left == right)
            case "Fn::Contains":
                return right in left
            case "Fn::EachMemberEquals":
                return all(item == right for item in left)
            case "Fn::EachMemberIn":
                return all(item in right for item in left)
        raise ValueError(f"{function} is not a rule function")

    def _value(self, value: Any) -> Any:  # noqa: ANN401 text or a list of it
        match value:
            case list():
                return [self._value(item) for item in value]
            case {"Ref": name}:
                return self._values[name]
            case {"Fn::ValueOf": [name, attribute]}:
                return self._existing[self._values[name]][attribute]
            case {"Fn::ValueOfAll": [kind, attribute]}:
                return [
                    self._existing[self._values[name]][attribute]
                    for name, declared in self._types.items()
                    if declared == kind
                ]
            case {"Fn::RefAll": kind}:
                return [self._values[name] for name, t in self._types.items() if t == kind]
        return value
