"""JSON that Fn::Sub and Fn::Join put together."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from axonflow_cfn.model.values import Part, Symbol, Value, compose

_OPEN, _CLOSE = "\ue000", "\ue001"  # private characters: no template has them
_TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
# No JSON begins like this, whatever follows: a URL does.
_NEVER_JSON = re.compile(rf"\s*[^\s{_OPEN}{{\[\"\-\dtfn]")


@dataclass(frozen=True)
class JsonText:
    """What a string says as JSON.

    Attributes:
        source: the string.
        error: why it is no JSON; '' if it is, or may be.
        content: the parsed JSON; None if it is not known. Strings in it are to be read by `value`.
    """

    source: Value
    error: str
    content: Any

    def value(self, text: str) -> Value:
        """A string of the content, with what was put into it."""
        pieces: list[Part] = []
        for index, piece in enumerate(_TOKEN.split(text)):
            pieces.append(self.source.parts[int(piece)] if index % 2 else piece)
        return replace(self.source, data=compose(pieces), sources=frozenset())


def parse(source: Value) -> JsonText:
    """Read a string whose pieces are known, but for references and symbols."""
    marked = "".join(
        part if isinstance(part, str) else f"{_OPEN}{index}{_CLOSE}"
        for index, part in enumerate(source.parts)
    )
    try:
        return JsonText(source, "", json.loads(marked))
    except json.JSONDecodeError as error:
        reason = f"{error.msg} in line {error.lineno}"
    # A number may stand there without quotes, and a parameter may hold any piece of JSON.
    open_ended = any(isinstance(part, Symbol) and "::" not in part.name for part in source.parts)
    open_ended = open_ended and not _NEVER_JSON.match(marked)
    try:
        json.loads(_TOKEN.sub("1", marked))
    except json.JSONDecodeError:
        return JsonText(source, "" if open_ended else reason, None)
    return JsonText(source, "", None)
