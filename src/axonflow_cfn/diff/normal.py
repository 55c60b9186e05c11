"""Brings a template into one form, so that only differences that matter remain."""

from collections.abc import Mapping
from typing import Any

_KEYS = ("Key", "Name", "PolicyName", "Id", "Sid", "ContainerName")
"""Properties that identify an item of a list, the first one present being used."""

_UNORDERED = frozenset(
    {
        "Action",
        "DependsOn",
        "ManagedPolicyArns",
        "NotAction",
        "NotResource",
        "Resource",
        "SecurityGroupIds",
        "SecurityGroups",
        "Subnets",
        "SubnetIds",
        "VPCSecurityGroups",
    }
)
"""Keys whose value is a set to AWS, which may be spelt as one value too."""


def normal(value: Any, key: str = "") -> Any:  # noqa: ANN401 any template value
    """Return a value whose equality means: CloudFormation does the same with it.

    Scalars become text (CloudFormation converts them), sets are sorted, lists whose items have a
    name become mappings by it, and GetAtt is always a list.
    """
    if isinstance(value, Mapping):
        if len(value) == 1 and isinstance(attribute := value.get("Fn::GetAtt"), str):
            return {"Fn::GetAtt": attribute.split(".", 1)}
        return {name: normal(item, name) for name, item in value.items()}
    if key in _UNORDERED and not _is_function(value):
        items = value if isinstance(value, list) else [value]
        return sorted((normal(item) for item in items), key=repr)
    if isinstance(value, list):
        return _by_name([normal(item) for item in value], key)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)


def _by_name(items: list[Any], key: str) -> Any:  # noqa: ANN401 a list or a mapping
    """Return a mapping of the items by name where each has one, else the list."""
    if key.startswith("Fn::") or not items:
        return items
    for name in _KEYS:
        names = [item.get(name) if isinstance(item, Mapping) else None for item in items]
        if all(isinstance(found, str) for found in names) and len(set(names)) == len(names):
            return dict(zip(names, items, strict=True))
    return items


def _is_function(value: Any) -> bool:  # noqa: ANN401 any template value
    return (
        isinstance(value, Mapping)
        and len(value) == 1
        and next(iter(value)).startswith(("Fn::", "Ref"))
    )
