"""Finds references that point at nothing, before CloudFormation would."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLACEHOLDER = re.compile(r"\$\{(?!!)([^}.]+)(?:\.[^}]*)?\}")

_KINDS = {
    "Ref": "resource or parameter",
    "Fn::GetAtt": "resource",
    "Fn::If": "condition",
    "Fn::FindInMap": "mapping",
    "Condition": "condition",
}


def dangling(template: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each Ref, GetAtt, Sub, If, FindInMap, DependsOn, Condition to nothing.

    Args:
        template: a whole template as plain data, intrinsic functions in their long form.
    """
    resources = set(template.get("Resources", {}))
    known = {
        "resource or parameter": resources | set(template.get("Parameters", {})),
        "resource": resources,
        "condition": set(template.get("Conditions", {})),
        "mapping": set(template.get("Mappings", {})),
    }
    for section in ("Conditions", "Resources", "Outputs"):
        for logical_id, body in template.get(section, {}).items():
            for kind, name in dict.fromkeys(_references(body)):
                if name not in known[kind] and not name.startswith("AWS::"):
                    yield f"{section}.{logical_id} refers to the {kind} {name}: declare it"


def _references(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 any template value
    """Yield kind and name of everything a value refers to."""
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
    elif isinstance(value, Mapping):
        for key, operand in value.items():
            if (kind := _KINDS.get(key)) is not None:
                yield from ((kind, name) for name in _names(operand))
            elif key == "Fn::Sub":
                text, variables = operand if isinstance(operand, list) else (operand, {})
                names = (name for name in _PLACEHOLDER.findall(text) if name not in variables)
                yield from (("resource or parameter", name) for name in names)
            if key == "DependsOn":
                yield from (("resource", name) for name in operand)
            else:
                yield from _references(operand)


def _names(operand: Any) -> Iterator[str]:  # noqa: ANN401 any operand
    """Yield the name a function's operand is, or starts with."""
    name = operand[0] if isinstance(operand, list) else operand
    if isinstance(name, str):
        yield name
