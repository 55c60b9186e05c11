"""The values a place in a template can take, and how to walk further into them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from axonflow_cfn.model.conditions import When, literal

if TYPE_CHECKING:
    from axonflow_cfn.model.template import Resource, TemplateModel

Path = tuple[str | int, ...]
"""A place in the template, as cfn-lint spells it: ('Resources', 'Db', 'Properties', 'Iops')."""

LIMIT = 64
"""The most possibilities one place or one joint case is followed to; the rest is not looked at."""


class Marker(Enum):
    """What is not a value: not there, or not knowable."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


ABSENT = Marker.ABSENT
UNKNOWN = Marker.UNKNOWN


@dataclass(frozen=True)
class Reference:
    """Ref (attribute None) or Fn::GetAtt of a resource of this template."""

    logical_id: str
    attribute: str | None = None


@dataclass(frozen=True)
class Symbol:
    """A parameter or pseudo parameter whose value is not known: 'VpcId', 'AWS::StackName'.

    Attributes:
        name: of the parameter.
        index: which element of it, where Fn::Select takes one of a list.
    """

    name: str
    index: int | None = None

    @property
    def pseudo(self) -> bool:
        """Whether it is a pseudo parameter, which is never empty and brings no text of its own."""
        return self.name.startswith("AWS::")


@dataclass(frozen=True)
class DynamicReference:
    """`{{resolve:service:...}}`, which CloudFormation replaces when it deploys."""

    service: str
    parts: tuple["Part", ...]


Part = str | Reference | Symbol | DynamicReference | Marker
"""A piece of a string; Marker is only ever UNKNOWN here."""


@dataclass(frozen=True)
class Text:
    """A string known in part: literal and symbolic pieces in order, at least one not literal."""

    parts: tuple[Part, ...]


Data = (
    str | int | float | bool | Reference | Symbol | DynamicReference | Text | Marker
    | dict[str, Any] | list[Any]
)  # fmt: skip


@dataclass(frozen=True)
class Value:
    """One possibility for one place of the template.

    Attributes:
        data: a scalar, Reference, Symbol, DynamicReference, Text, ABSENT, UNKNOWN, or a dict or
            list whose inside is still raw: walk it with `values`, `cases`, `items`, `elements`.
        path: the node it comes from, through Fn::If branches and list indices; for ABSENT the
            node in which it is missing.
        when: the assumptions under which the place has this value.
        sources: the parameters that took part in it.
        model: the template it belongs to.
    """

    data: Data
    path: Path
    when: When
    model: "TemplateModel" = field(repr=False, compare=False)
    sources: frozenset[str] = frozenset()

    @property
    def present(self) -> bool:
        """Whether the place is filled, be it with something unknown."""
        return self.data is not ABSENT

    @property
    def absent(self) -> bool:
        """Whether the place is certainly empty."""
        return self.data is ABSENT

    @property
    def known(self) -> bool:
        """Whether the value is a scalar, a dict or a list; false too for ABSENT."""
        return isinstance(self.data, str | int | float | dict | list)

    @property
    def text(self) -> str | None:
        """The scalar as CloudFormation passes it on ('5432', 'true'); None if not known."""
        return literal(self.data)

    @property
    def number(self) -> float | None:
        """The scalar as a number; None if not known or not a number."""
        if self.text is None or isinstance(self.data, bool):
            return None
        return float(self.text) if re.fullmatch(r"-?\d+(\.\d+)?", self.text.strip()) else None

    @property
    def flag(self) -> bool | None:
        """The scalar as a boolean; None if not known or not a boolean."""
        return {"true": True, "false": False}.get((self.text or "").lower())

    @property
    def reference(self) -> Reference | None:
        """The Ref or GetAtt of a resource that this is; None if it is something else."""
        return self.data if isinstance(self.data, Reference) else None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The string in pieces, also if it is one literal; () for ABSENT, dicts and lists."""
        if isinstance(self.data, Text):
            return self.data.parts
        if isinstance(self.data, Reference | Symbol | DynamicReference) or self.data is UNKNOWN:
            return (self.data,)
        return () if self.text is None else (self.text,)

    def equals(self, other: "Value") -> bool:
        """Whether both are certainly the same string."""
        return bool(self.parts) and UNKNOWN not in self.parts and self.parts == other.parts

    @property
    def shown(self) -> str:
        """The value for a message: '100 (parameter Storage)', '${AWS::StackName}-alb'."""
        text = "".join(map(show, self.parts)) if self.parts else str(self.data)
        names = ", ".join(sorted(self.sources))
        return f"{text} (parameter {names})" if self.text is not None and names else text

    def fill(self, symbols: Mapping[str, str]) -> str | None:
        """The string with symbols replaced; None if a piece stays unknown."""
        pieces = [symbols.get(p.name) if isinstance(p, Symbol) else p for p in self.parts]
        texts = [piece for piece in pieces if isinstance(piece, str)]
        return "".join(texts) if pieces and len(texts) == len(pieces) else None

    def values(self, path: str = "") -> Iterator["Value"]:
        """Every possibility at a path below, where it is present.

        Args:
            path: keys joined by dots; `*` stands for every item of a list (a single value counts
                as a list of one, as CloudFormation and IAM take it).
        """
        return (value for value in self._walk(path) if value.present)

    def cases(self, *paths: str) -> Iterator[tuple["Value", ...]]:
        """Every combination that can occur together, ABSENT included.

        The values of one combination carry its joint assumptions. At most LIMIT combinations.

        Args:
            paths: as in `values`, without `*`: items of a list are not alternatives. Loop over
                the items with `values` and ask each for its cases.
        """
        if any("*" in path for path in paths):
            raise ValueError(f"cases() takes no '*', got {paths}; loop over values() first")
        found: list[tuple[Value, ...]] = [()]
        for path in paths:
            options = self._walk(path)
            found = [
                (*chosen, option)
                for chosen in found
                for option in options
                if self.model.together(*chosen, option) is not None
            ][:LIMIT]
        for chosen in found:
            when = self.model.together(self, *chosen)
            if when is not None:
                yield tuple(value.but(when=when) for value in chosen)

    def items(self) -> Iterator[tuple[str, "Value"]]:
        """Key and every present possibility of each entry of a dict; nothing for other data."""
        if isinstance(self.data, dict) and not is_function(self.data):
            for key in self.data:
                for value in self._key(str(key)):
                    if value.present:
                        yield str(key), value

    def elements(self) -> Iterator[tuple["Value", ...]]:
        """Every list this can be, item by item; at most LIMIT; nothing for what is no list."""
        if not isinstance(self.data, list):
            return
        found: list[tuple[Value, ...]] = [()]
        for index in range(len(self.data)):
            options = list(self._index(index))
            found = [
                (*chosen, option)
                for chosen in found
                for option in options
                if self.model.together(*chosen, option) is not None
            ][:LIMIT]
        for chosen in found:
            when = self.model.together(self, *chosen)
            if when is not None:
                yield tuple(value.but(when=when) for value in chosen if value.present)

    def follow(self, *types: str) -> "Resource | None":
        """The resource that this refers to, under the value's assumptions.

        Args:
            types: resource types to accept; none for all.
        """
        if self.reference is None:
            return None
        found = self.model.resources.get(self.reference.logical_id)
        if found is None or (types and found.type not in types):
            return None
        return found.given(self.when)

    def given(self, when: When) -> "Value | None":
        """The same value under further assumptions; None if they can't hold together."""
        joint = self.when & when
        return self.but(when=joint) if self.model.conditions.possible(joint) else None

    def but(
        self,
        *,
        data: Data | None = None,
        path: Path | None = None,
        when: When | None = None,
        sources: frozenset[str] | None = None,
    ) -> "Value":
        """The same value with some of it changed; dataclasses.replace takes far longer."""
        return Value(
            self.data if data is None else data,
            self.path if path is None else path,
            self.when if when is None else when,
            self.model,
            self.sources if sources is None else sources,
        )

    def _walk(self, path: str) -> Iterable["Value"]:
        if not path:
            return (self,)
        # Many rules walk the same way. The node is kept with its answer, lest its id be used anew.
        walk = (id(self.data), self.path, self.when, self.sources, path)
        if walk not in self.model.walks:
            first, _, rest = path.partition(".")
            found = [end for step in self._step(first) for end in step._walk(rest)]  # noqa: SLF001
            self.model.walks[walk] = (self.data, found)
        return self.model.walks[walk][1]

    def _step(self, key: str) -> Iterator["Value"]:
        if key == "*":
            if isinstance(self.data, list):
                for index in range(len(self.data)):
                    yield from (value for value in self._index(index) if value.present)
            elif self.present:
                yield self
        elif isinstance(self.data, list) and key.isdecimal():
            if int(key) < len(self.data):
                yield from self._index(int(key))
            else:
                yield self.but(data=ABSENT)
        else:
            yield from self._key(key)

    def _index(self, index: int) -> Iterator["Value"]:
        assert isinstance(self.data, list)  # noqa: S101 - for the type checker; callers looked
        return self.model.resolve(self.data[index], (*self.path, index), self.when, self.sources)

    def _key(self, key: str) -> Iterator["Value"]:
        if self.data is ABSENT:
            yield self
        elif not isinstance(self.data, dict) or is_function(self.data):
            yield self.but(data=UNKNOWN)
        elif key in self.data:
            yield from self.model.resolve(self.data[key], (*self.path, key), self.when, frozenset())
        elif any(str(name).startswith("Fn::") for name in self.data):
            yield self.but(data=UNKNOWN)  # Fn::Transform beside others may add the key
        else:
            yield self.but(data=ABSENT)


def is_function(node: object) -> bool:
    """Whether a node of the template is an intrinsic function."""
    if not isinstance(node, dict) or len(node) != 1:
        return False
    key = str(next(iter(node)))
    return key == "Ref" or key.startswith("Fn::")


def show(part: Part) -> str:
    """A piece of a string as Fn::Sub would spell it."""
    if isinstance(part, str):
        return part
    if isinstance(part, Symbol):
        return f"${{{part.name}}}" + ("" if part.index is None else f"[{part.index}]")
    if isinstance(part, Reference):
        attribute = f".{part.attribute}" if part.attribute else ""
        return f"${{{part.logical_id}{attribute}}}"
    if isinstance(part, DynamicReference):
        return "{{resolve:" + ":".join((part.service, "".join(map(show, part.parts)))) + "}}"
    return "?"


def compose(parts: Iterable[Part]) -> Data:
    """The string that pieces make: literal if all are, the piece itself if it is the only one."""
    merged: list[Part] = []
    for part in _resolved_references(parts):
        if part == "":
            continue
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    if not merged:
        return ""
    return merged[0] if len(merged) == 1 else Text(tuple(merged))


def _resolved_references(parts: Iterable[Part]) -> Iterator[Part]:
    """Gather the pieces between `{{resolve:` and `}}` into one DynamicReference."""
    inside: list[Part] | None = None
    for part in parts:
        if not isinstance(part, str):
            if inside is None:
                yield part
            else:
                inside.append(part)
            continue
        for piece in re.split(r"(\{\{resolve:|\}\})", part):
            if piece == "{{resolve:" and inside is None:
                inside = []
            elif piece == "}}" and inside is not None:
                yield _dynamic_reference(inside)
                inside = None
            elif inside is None:
                yield piece
            else:
                inside.append(piece)
    if inside is not None:  # never closed: plain text
        yield "{{resolve:"
        yield from inside


def _dynamic_reference(inside: list[Part]) -> DynamicReference:
    first, *rest = [part for part in inside if part != ""] or [""]
    if not isinstance(first, str):
        return DynamicReference("", (first, *rest))
    service, _, key = first.partition(":")
    return DynamicReference(service, tuple(part for part in (key, *rest) if part != ""))
