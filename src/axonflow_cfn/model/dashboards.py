"""What the body of a dashboard says, where it can be read."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import (
    DynamicReference,
    Marker,
    Part,
    Reference,
    Symbol,
    Value,
    compose,
)

_OPEN, _CLOSE = "\ue000", "\ue001"  # private characters: no template has them
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


@dataclass(frozen=True)
class Dashboard:
    """One possible body.

    Attributes:
        body: the DashboardBody.
        error: why it is no JSON; '' if it is, or may be.
        content: the parsed body; None if it is not known.
    """

    body: Value
    error: str
    content: Any

    def value(self, text: str) -> Value:
        """A string of the content, with what was put into it."""
        pieces: list[Part] = []
        for index, piece in enumerate(_TOKEN.split(text)):
            pieces.append(self.body.parts[int(piece)] if index % 2 else piece)
        return replace(self.body, data=compose(pieces), sources=frozenset())

    def widgets(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Number and content of each widget."""
        content = self.content if isinstance(self.content, dict) else {}
        widgets = content.get("widgets")
        for number, widget in enumerate(widgets if isinstance(widgets, list) else ()):
            if isinstance(widget, dict):
                yield number, widget


def read(resource: Resource) -> Iterator[Dashboard]:
    """Every body that an AWS::CloudWatch::Dashboard can have."""
    for body in resource.values("DashboardBody"):
        if body.parts and not any(isinstance(p, Marker | DynamicReference) for p in body.parts):
            yield _read(body)


def _read(body: Value) -> Dashboard:
    marked = "".join(
        part if isinstance(part, str) else f"{_OPEN}{index}{_CLOSE}"
        for index, part in enumerate(body.parts)
    )
    try:
        return Dashboard(body, "", json.loads(marked))
    except json.JSONDecodeError as error:
        reason = f"{error.msg} in line {error.lineno}"
    # A number may stand there without quotes, and a parameter may hold any piece of JSON.
    open_ended = any(isinstance(part, Symbol) and "::" not in part.name for part in body.parts)
    try:
        json.loads(_TOKEN.sub("1", marked))
    except json.JSONDecodeError:
        return Dashboard(body, "" if open_ended else reason, None)
    return Dashboard(body, "", None)


def refers(value: Value) -> bool:
    """Whether a value depends on a resource of the stack."""
    return any(isinstance(part, Reference) for part in value.parts)
