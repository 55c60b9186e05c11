"""What a layer hands over: parameters, conditions, mappings, rules, resources and outputs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from troposphere import AWSObject, If, NoValue, Output, Ref


@dataclass(frozen=True, kw_only=True)
class Param:
    """One template parameter; ``Parameters`` and the console's grouping both derive from it.

    Attributes:
        name: logical id, a public contract.
        type: CloudFormation parameter type.
        group: heading in the console, one of the groups given to ``assemble``.
        label: short name in the console.
        description: what the customer must know before deciding.
        default: value when the customer gives none; None makes the parameter required.
        constraint: sentence shown when a value is refused.
    """

    name: str
    group: str
    label: str
    description: str
    type: str = "String"
    default: str | int | None = None
    allowed_values: Sequence[str] = ()
    allowed_pattern: str | None = None
    min_value: int | None = None
    max_value: int | None = None
    max_length: int | None = None
    no_echo: bool = False
    constraint: str | None = None

    @property
    def ref(self) -> Ref:
        """The parameter's value."""
        return Ref(self.name)

    def to_dict(self) -> dict[str, Any]:
        """Return the parameter as CloudFormation spells it."""
        declared = {
            "Type": self.type,
            "Description": self.description,
            "Default": self.default,
            "AllowedValues": list(self.allowed_values) or None,
            "AllowedPattern": self.allowed_pattern,
            "MinValue": self.min_value,
            "MaxValue": self.max_value,
            "MaxLength": self.max_length,
            "NoEcho": self.no_echo or None,
            "ConstraintDescription": self.constraint,
        }
        return {key: value for key, value in declared.items() if value is not None}


@dataclass(frozen=True)
class Condition:
    """One named condition: a switch the customer sets through parameters.

    Attributes:
        name: logical id.
        test: the condition function that decides it.
    """

    name: str
    test: Any

    def choose(self, when_true: Any, when_false: Any = NoValue) -> If:  # noqa: ANN401 any CloudFormation value
        """Return ``Fn::If``; without a second value the property is absent when false."""
        return If(self.name, when_true, when_false)


@dataclass(frozen=True)
class Rule:
    """One rule of the ``Rules`` section: refuses wrong parameter values before anything is made.

    Attributes:
        name: logical id.
        assertions: pairs of a rule function and the sentence shown when it is false.
    """

    name: str
    assertions: Sequence[tuple[Mapping[str, Any], str]]

    def to_dict(self) -> dict[str, Any]:
        """Return the rule as CloudFormation spells it."""
        return {
            "Assertions": [
                {"Assert": function, "AssertDescription": sentence}
                for function, sentence in self.assertions
            ]
        }


@dataclass(frozen=True, kw_only=True)
class Fragment:
    """A layer's share of the template.

    Attributes:
        params: parameters the layer reads.
        conditions: conditions the layer reads.
        mappings: mappings by logical id.
        rules: rules about the layer's parameters.
        resources: troposphere resources, in the order they are read.
        outputs: troposphere outputs about those resources.
    """

    params: Sequence[Param] = ()
    conditions: Sequence[Condition] = ()
    mappings: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    rules: Sequence[Rule] = ()
    resources: Sequence[AWSObject] = ()
    outputs: Sequence[Output] = ()


def described(sentence: str, **scanners: Any) -> dict[str, Any]:  # noqa: ANN401 each scanner's own shape
    """Return a resource's Metadata.

    Args:
        sentence: what the resource is for, in plain English, at most 80 characters.
        scanners: suppressions by scanner key (``_`` stands for ``-``), each with its reason.
    """
    return {"Description": sentence, **{k.replace("_", "-"): v for k, v in scanners.items()}}


def skipped(check: str, reason: str) -> dict[str, Any]:
    """Return checkov's per-resource suppression of one check."""
    return {"skip": [{"id": check, "comment": reason}]}


def ignored(*checks: str, reason: str) -> dict[str, Any]:
    """Return cfn-lint's per-resource suppression of these checks, with the reason beside it."""
    return {"config": {"ignore_checks": list(checks)}, "reason": reason}
