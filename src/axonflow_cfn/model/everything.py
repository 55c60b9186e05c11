"""Every string of a template's resources."""

from collections.abc import Iterator

from axonflow_cfn.model.memo import once
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import DynamicReference, Value

_DEPTH = 12


@once
def dynamic(model: TemplateModel) -> tuple[tuple[Resource, Value], ...]:
    """Each value below the properties of a resource that holds a dynamic reference."""
    return tuple(
        (resource, value)
        for resource in model.resources.values()
        if model.conditions.possible(resource.when) and _mentions(resource.properties.data)
        for value in _leaves(resource.properties, _DEPTH)
        if any(isinstance(part, DynamicReference) for part in value.parts)
    )


def _mentions(node: object) -> bool:
    """Whether the text of a dynamic reference stands anywhere below; far cheaper than a walk."""
    if isinstance(node, str):
        return "{{resolve" in node
    if isinstance(node, dict):
        return any(_mentions(item) for item in node.values())
    return isinstance(node, list) and any(_mentions(item) for item in node)


def _leaves(value: Value, depth: int) -> Iterator[Value]:
    if value.parts:
        yield value
    elif depth and isinstance(value.data, list):
        for item in value.values("*"):
            yield from _leaves(item, depth - 1)
    elif depth:
        for entry in value.items():
            yield from _leaves(entry[1], depth - 1)
