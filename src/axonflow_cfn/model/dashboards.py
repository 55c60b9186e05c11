"""What the body of a dashboard says, where it can be read."""

from collections.abc import Iterator
from typing import Any

from axonflow_cfn.model.json_texts import JsonText, parse
from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import DynamicReference, Marker, Reference, Value


def bodies(resource: Resource) -> Iterator[JsonText]:
    """Every body that an AWS::CloudWatch::Dashboard can have."""
    for body in resource.values("DashboardBody"):
        if body.parts and not any(isinstance(p, Marker | DynamicReference) for p in body.parts):
            yield parse(body)


def widgets(body: JsonText) -> Iterator[tuple[int, dict[str, Any]]]:
    """Number and content of each widget."""
    content = body.content if isinstance(body.content, dict) else {}
    found = content.get("widgets")
    for number, widget in enumerate(found if isinstance(found, list) else ()):
        if isinstance(widget, dict):
            yield number, widget


def refers(value: Value) -> bool:
    """Whether a value depends on a resource of the stack."""
    return any(isinstance(part, Reference) for part in value.parts)
