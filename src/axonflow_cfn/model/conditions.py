"""Which assumptions about conditions and parameters can hold together."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# A search this long gives up and calls the combination possible. Every condition of the templates
# it was tried on ends below 200 steps.
_STEPS = 2000

_OTHER = "\0other"
"""Stands for any value of a parameter that no condition compares it with."""


@dataclass(frozen=True)
class When:
    """Assumptions under which a value holds.

    Attributes:
        conditions: (condition name, its value) pairs.
        parameters: (parameter or pseudo parameter name, its value) pairs.
    """

    conditions: frozenset[tuple[str, bool]] = frozenset()
    parameters: frozenset[tuple[str, str]] = frozenset()

    def __and__(self, other: "When") -> "When":
        """Both sets of assumptions; whether they can hold is for `Conditions.possible`."""
        if other.conditions <= self.conditions and other.parameters <= self.parameters:
            return self
        return When(self.conditions | other.conditions, self.parameters | other.parameters)

    def condition(self, name: str, *, holds: bool) -> "When":
        """These assumptions and one more about a condition."""
        return self & When(conditions=frozenset({(name, holds)}))

    def parameter(self, name: str, value: str) -> "When":
        """These assumptions and one more about a parameter."""
        return self & When(parameters=frozenset({(name, value)}))


@dataclass
class _Search:
    """How many steps one search has left."""

    steps: int = _STEPS


class Conditions:
    """The Conditions and Rules of one template, as far as they can be decided.

    It understands Fn::Equals of a parameter or pseudo parameter and a literal, Fn::And, Fn::Or,
    Fn::Not, Condition, and in Rules Fn::Contains. Any other test may turn out either way, but the
    same way wherever it stands.
    """

    def __init__(self, template: Mapping[str, Any], allowed: Mapping[str, tuple[str, ...]]) -> None:
        """Read the sections.

        Args:
            template: the whole template.
            allowed: the AllowedValues of each parameter that has them.
        """
        conditions = template.get("Conditions")
        stated = conditions.items() if isinstance(conditions, dict) else ()
        self._conditions = {name: _simplified(test) for name, test in stated}
        self._rules = tuple(map(_simplified, _assertions(template.get("Rules"))))
        self._allowed = allowed
        mappings = template.get("Mappings")
        self._mappings: Mapping[str, Any] = mappings if isinstance(mappings, dict) else {}
        self._compared: dict[str, set[str]] = {}
        self._collect(self._conditions)
        self._collect(list(self._rules))
        self._known: dict[When, bool] = {}

    def possible(self, when: When) -> bool:
        """Whether a choice of parameters exists that makes all the assumptions true."""
        if when not in self._known:
            self._known[when] = self._possible(when)
        return self._known[when]

    def implies(self, when: When, then: When) -> bool:
        """Whether the assumptions `then` hold in every case in which `when` holds."""
        bound = dict(when.parameters)
        return all(
            not self.possible(when.condition(name, holds=not holds))
            for name, holds in then.conditions - when.conditions
        ) and all(bound.get(name) == value for name, value in then.parameters)

    def forces(self, when: When, name: str, value: str) -> bool:
        """Whether a parameter can have this value alone under the assumptions."""
        return self.possible(when.parameter(name, value)) and not any(
            self.possible(when.parameter(name, other))
            for other in self._allowed.get(name) or self._domain(name)
            if other != value
        )

    def _possible(self, when: When) -> bool:
        bound: dict[str, object] = {}
        for name, value in sorted(when.parameters):
            if bound.setdefault(name, value) != value:
                return False
        if any((name, not holds) in when.conditions for name, holds in when.conditions):
            return False
        required: list[tuple[object, bool]] = [
            ({"Condition": name}, holds) for name, holds in sorted(when.conditions)
        ]
        required += [(rule, True) for rule in self._rules]
        return self._search(required, bound, _Search())

    def _search(
        self, required: list[tuple[object, bool]], bound: dict[str, object], search: _Search
    ) -> bool:
        search.steps -= 1
        if search.steps < 0:
            return True
        pending: list[str] = []
        for expression, wanted in required:
            got = self._evaluate(expression, bound, pending, frozenset())
            if got is not None and got is not wanted:
                return False
        if not pending:
            return True
        name = pending[0]
        return any(
            self._search(required, {**bound, name: choice}, search) for choice in self._domain(name)
        )

    def _evaluate(
        self, test: object, bound: Mapping[str, object], pending: list[str], seen: frozenset[str]
    ) -> bool | None:
        """Decide a test; None if open, with the variables that would decide it in `pending`."""
        match test:
            case {"Condition": str(name)} if name in self._conditions and name not in seen:
                return self._evaluate(self._conditions[name], bound, pending, seen | {name})
            case {"Fn::Not": [item]}:
                found = self._evaluate(item, bound, pending, seen)
                return None if found is None else not found
            case {"Fn::And": [*items]}:
                every = [self._evaluate(item, bound, pending, seen) for item in items]
                return False if False in every else None if None in every else True
            case {"Fn::Or": [*items]}:
                some = [self._evaluate(item, bound, pending, seen) for item in items]
            case {"Fn::Equals": [left, right]}:
                left, right = (self._looked_up(one, bound, pending) for one in (left, right))
                return None if None in (left, right) else _equals(left, right, bound, pending)
            case {"Fn::Contains": [[*choices], {"Ref": str(name)}]}:
                some = [_equals({"Ref": name}, item, bound, pending) for item in choices]
            case _:
                some = [None]
        return True if True in some else None if None in some else False

    def _looked_up(
        self, side: object, bound: Mapping[str, object], pending: list[str]
    ) -> object | None:
        """What Fn::FindInMap by a parameter gives; None if the parameter is still to be chosen."""
        match side:
            case {"Fn::FindInMap": [str(table), {"Ref": str(name)}, str(column)]}:
                rows = self._mappings.get(table)
                if name not in bound and isinstance(rows, dict):
                    pending.append(name)
                    return None
                row = rows.get(str(bound.get(name))) if isinstance(rows, dict) else None
                found: object = row.get(column) if isinstance(row, dict) else None
                return side if found is None else found
        return side

    def _domain(self, variable: str) -> list[str]:
        """The choices worth trying: each compared value, and one that differs from all."""
        if variable.startswith("{"):
            return ["true", "false"]
        compared = sorted(self._compared.get(variable, ()))
        if variable not in self._allowed:
            return [*compared, _OTHER]
        allowed = self._allowed[variable]
        rest = [_OTHER] if set(allowed) - set(compared) else []
        return [value for value in compared if value in allowed] + rest

    def _collect(self, node: object) -> None:
        """Note every literal that a parameter is compared with."""
        match node:
            case {"Fn::Equals": [{"Ref": str(name)}, other] | [other, {"Ref": str(name)}]}:
                self._note(name, [other])
                self._collect(other)
            case {"Fn::Contains": [[*others], {"Ref": str(name)}]}:
                self._note(name, others)
            case {"Fn::FindInMap": [str(table), {"Ref": str(name)}, str()]}:
                rows = self._mappings.get(table)
                self._note(name, list(rows) if isinstance(rows, dict) else [])
            case dict():
                self._collect(list(node.values()))
            case list():
                for item in node:
                    self._collect(item)

    def _note(self, name: str, others: list[object]) -> None:
        texts = (literal(other) for other in others)
        self._compared.setdefault(name, set()).update(text for text in texts if text is not None)


def _simplified(node: object) -> object:
    """A test, or several, with each comparison in the form that is understood."""
    match node:
        case {"Fn::Equals": [left, right]}:
            return {"Fn::Equals": [_plain(left, right), _plain(right, left)]}
        case dict():
            return {key: _simplified(value) for key, value in node.items()}
        case list():
            return [_simplified(item) for item in node]
    return node


def _plain(side: object, other: object) -> object:
    """The parameter itself where a function only asks whether its list is this text, or empty."""
    match side:
        case {"Fn::Join": [",", {"Ref": str(name)}]}:
            return {"Ref": name}
        case {"Fn::Join": [str(), {"Ref": str(name)}]} if other == "":
            return {"Ref": name}
        case {"Fn::Select": [0 | "0", {"Ref": str(name)}]} if other == "":
            return {"Ref": name}
    return side


def literal(node: object) -> str | None:
    """A scalar of the template as CloudFormation compares it: as a string."""
    if isinstance(node, bool):
        return "true" if node else "false"
    return str(node) if isinstance(node, str | int | float) else None


def _equals(
    left: object, right: object, bound: Mapping[str, object], pending: list[str]
) -> bool | None:
    variable: str
    match left, right:
        case (str() | int() | float(), str() | int() | float()):
            return literal(left) == literal(right)
        case ({"Ref": str(name)}, str() | int() | float() as text) | (
            str() | int() | float() as text,
            {"Ref": str(name)},
        ):
            variable, wanted = name, literal(text)
        case _:  # may turn out either way, but the same way wherever it stands
            variable = json.dumps({"Fn::Equals": [left, right]}, sort_keys=True, default=str)
            wanted = "true"
    if variable in bound:
        return bound[variable] == wanted
    pending.append(variable)
    return None


def _assertions(rules: object) -> Iterator[object]:
    """Each assertion of the Rules section as one boolean expression."""
    for rule in rules.values() if isinstance(rules, dict) else ():
        match rule:
            case {"RuleCondition": condition, "Assertions": [*assertions]}:
                unless: list[object] = [{"Fn::Not": [condition]}]
            case {"Assertions": [*assertions]}:
                unless = []
            case _:
                continue
        for assertion in assertions:
            if isinstance(assertion, dict) and "Assert" in assertion:
                yield {"Fn::Or": [*unless, assertion["Assert"]]}
