"""Resolves a template for one set of parameters, as CloudFormation would before it calls a service.

What only AWS knows stays symbolic: ``Ref`` of a resource resolves to ``${LogicalId}``, an attribute
to ``${LogicalId.Attribute}``, unless ``known`` gives a value for it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PARTITIONS: Mapping[str, tuple[str, str]] = {
    "cn-": ("aws-cn", "amazonaws.com.cn"),
    "eusc-": ("aws-eusc", "amazonaws.eu"),
    "us-gov-": ("aws-us-gov", "amazonaws.com"),
}
"""Partition and URL suffix by the start of a region's name; every other region is ``aws``."""

_PLACEHOLDER = re.compile(r"\$\{([^}]+)\}")
_ABSENT = object()


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """One deployment: where, under which name, with which parameters.

    Attributes:
        parameters: values by name; a parameter left out has its default.
        region: AWS region; the partition follows from it.
        stack_name: the stack's name.
        account_id: the account's twelve digits.
        known: values only AWS would know, by ``LogicalId`` or ``LogicalId.Attribute``.
    """

    parameters: Mapping[str, str] = field(default_factory=dict)
    region: str = "us-east-1"
    stack_name: str = "axonflow-prod"
    account_id: str = "123456789012"
    known: Mapping[str, Any] = field(default_factory=dict)

    def pseudo_parameters(self) -> dict[str, Any]:
        """Return the values of the ``AWS::`` pseudo parameters."""
        partition, suffix = next(
            (found for start, found in PARTITIONS.items() if self.region.startswith(start)),
            ("aws", "amazonaws.com"),
        )
        where = f"arn:{partition}:cloudformation:{self.region}:{self.account_id}"
        stack = f"stack/{self.stack_name}/00000000-0000-0000-0000-000000000000"
        return {
            "AWS::AccountId": self.account_id,
            "AWS::NoValue": _ABSENT,
            "AWS::NotificationARNs": [],
            "AWS::Partition": partition,
            "AWS::Region": self.region,
            "AWS::StackId": f"{where}:{stack}",
            "AWS::StackName": self.stack_name,
            "AWS::URLSuffix": suffix,
        }


def resolve_template(template: Mapping[str, Any], deployment: Deployment) -> dict[str, Any]:
    """Return the resources and outputs CloudFormation would make, all functions resolved.

    Args:
        template: plain data, intrinsic functions in long form (``render.to_data``).
        deployment: what it is resolved for.

    Returns:
        ``Conditions`` (name to bool), ``Resources`` and ``Outputs`` whose condition is true.

    Raises:
        KeyError: a name, mapping key or required parameter that is not there.
        ValueError: a function this library does not know.
    """
    scope = _Scope(template, deployment)
    conditions = resolve_conditions(template, deployment)

    def section(name: str) -> dict[str, Any]:
        return {
            key: scope.value({k: v for k, v in item.items() if k != "Condition"})
            for key, item in template.get(name, {}).items()
            if conditions.get(item.get("Condition"), True)
        }

    return {
        "Conditions": conditions,
        "Resources": section("Resources"),
        "Outputs": section("Outputs"),
    }


def resolve_conditions(template: Mapping[str, Any], deployment: Deployment) -> dict[str, bool]:
    """Return the value of every condition.

    Raises:
        KeyError: a name, mapping key or required parameter that is not there.
        ValueError: a function this library does not know.
    """
    scope = _Scope(template, deployment)
    return {name: scope.condition(name) for name in template.get("Conditions", {})}


def parameter_values(template: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str]:
    """Return every parameter's value as text: the given one, else the default, else none."""
    defaults = {
        name: str(declared["Default"])
        for name, declared in template.get("Parameters", {}).items()
        if "Default" in declared
    }
    return {**defaults, **given}


class _Scope:
    """The names a value may refer to."""

    def __init__(self, template: Mapping[str, Any], deployment: Deployment) -> None:
        self._template = template
        self._known = deployment.known
        self._names: dict[str, Any] = {
            **parameter_values(template, deployment.parameters),
            **deployment.pseudo_parameters(),
        }
        for name, declared in template.get("Parameters", {}).items():
            if "List" in declared["Type"] and name in self._names:
                self._names[name] = self._names[name].split(",")

    def condition(self, name: str) -> bool:
        return self.test(self._template["Conditions"][name])

    def test(self, expression: Mapping[str, Any]) -> bool:
        """Evaluate a condition function."""
        ((function, operand),) = expression.items()
        match function:
            case "Condition":
                return self.condition(operand)
            case "Fn::Not":
                return not self.test(operand[0])
            case "Fn::And":
                return all(self.test(item) for item in operand)
            case "Fn::Or":
                return any(self.test(item) for item in operand)
            case "Fn::Equals":
                left, right = (self.value(item) for item in operand)
                return str(left) == str(right)
        raise ValueError(f"{function} is not a condition function")

    def value(self, value: Any) -> Any:  # noqa: ANN401 any template value
        """Resolve any value; ``AWS::NoValue`` takes its key or item with it."""
        if isinstance(value, list):
            items = (self.value(item) for item in value)
            return [item for item in items if item is not _ABSENT]
        if not isinstance(value, Mapping):
            return value
        if len(value) == 1:
            ((function, operand),) = value.items()
            if function == "Ref" or function.startswith("Fn::"):
                return self._call(function, operand)
        pairs = ((key, self.value(item)) for key, item in value.items())
        return {key: item for key, item in pairs if item is not _ABSENT}

    def _call(self, function: str, operand: Any) -> Any:  # noqa: ANN401 any operand
        match function:
            case "Ref":
                return self._named(operand)
            case "Fn::GetAtt":
                return self._named(".".join(operand))
            case "Fn::If":
                name, when_true, when_false = operand
                return self.value(when_true if self.condition(name) else when_false)
            case "Fn::Sub":
                text, variables = operand if isinstance(operand, list) else (operand, {})
                local = {name: self.value(item) for name, item in variables.items()}
                return _PLACEHOLDER.sub(lambda match: self._placeholder(match[1], local), text)
            case "Fn::Join":
                return operand[0].join(str(item) for item in self.value(operand[1]))
            case "Fn::FindInMap":
                name, first, second = (self.value(item) for item in operand)
                return self._template["Mappings"][name][first][second]
            case "Fn::Select":
                return self.value(operand[1])[int(self.value(operand[0]))]
            case "Fn::Split":
                return self.value(operand[1]).split(operand[0])
        raise ValueError(f"{function} cannot be resolved here")

    def _placeholder(self, name: str, local: Mapping[str, Any]) -> str:
        if name.startswith("!"):
            return f"${{{name[1:]}}}"
        return str(local[name] if name in local else self._named(name))

    def _named(self, name: str) -> Any:  # noqa: ANN401 any value
        if name in self._names:
            return self._names[name]
        if name.partition(".")[0] not in self._template["Resources"]:
            raise KeyError(name)
        return self._known.get(name, f"${{{name}}}")
