"""What a table of the build-time config is made of: frozen, checked, and clear about mistakes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any, Self, get_args, get_origin

import msgspec

from axonflow_cfn.errors import ConfigError

_TABLE = "a table with the keys"

Problem = tuple[str, str]
"""A dotted key, and what is wrong with it."""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of axonflow.toml: frozen, exact types, no unknown keys.

    Raises:
        ConfigError: when constructed with a wrong value; names each one.
    """

    def __post_init__(self) -> None:
        """Check every value, and make nested tables sections too."""
        problems: list[Problem] = []
        for field in msgspec.structs.fields(self):
            try:
                value = _checked(getattr(self, field.name), field.type)
            except ConfigError as error:
                problems += [(f"{field.name}{key}", text) for key, text in error.problems]
            else:
                msgspec.structs.force_setattr(self, field.name, value)
        if problems := problems or list(self.contradictions()):
            raise ConfigError(problems)

    def contradictions(self) -> Sequence[Problem]:
        """Return what is wrong between values that are each right."""
        return ()

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Return the section a TOML table describes.

        Raises:
            ConfigError: for every wrong value and unknown key.
        """
        names = [field.name for field in msgspec.structs.fields(cls)]
        unknown = [key for key in table if key not in names]
        problems = [(key, f"unknown key; allowed: {', '.join(names)}") for key in unknown]
        try:
            section = cls(**{key: table[key] for key in table if key in names})
        except ConfigError as error:
            raise ConfigError([*error.problems, *problems]) from None
        if problems:
            raise ConfigError(problems)
        return section


def allowed(text: str, **constraints: Any) -> msgspec.Meta:  # noqa: ANN401 msgspec's own
    """Return a constraint with the phrase that completes "allowed: ..." in its error message."""
    return msgspec.Meta(extra={"allowed": text}, **constraints)


def _checked(value: Any, declared: Any) -> Any:  # noqa: ANN401 any value of a TOML file
    """Return the value as the declared type has it.

    Raises:
        ConfigError: with keys below the value's own: empty, or a dot and the rest.
    """
    kind = _bare(declared)
    if isinstance(kind, type) and issubclass(kind, Section):
        if isinstance(value, kind):
            return value
        if not isinstance(value, Mapping):
            names = ", ".join(field.name for field in msgspec.structs.fields(kind))
            raise ConfigError([("", f"got {_shown(value)}; allowed: {_TABLE} {names}")])
        try:
            return kind.from_table(value)
        except ConfigError as error:
            raise ConfigError([(f".{key}", text) for key, text in error.problems]) from None
    if wrong := list(_misfits(value, declared)):
        raise ConfigError(
            [(key, f"got {_shown(got)}; allowed: {_phrase(declared)}") for key, got in wrong]
        )
    return MappingProxyType(dict(value)) if isinstance(value, Mapping) else value


def _bare(declared: Any) -> Any:  # noqa: ANN401 any annotation
    return get_args(declared)[0] if get_origin(declared) is Annotated else declared


def _misfits(value: Any, declared: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 as above
    """Yield the key below the value, and the value, of everything that does not fit the type."""
    kind = _bare(declared)
    if get_origin(kind) is Mapping and isinstance(value, Mapping):
        key_kind, value_kind = get_args(kind)
        for key, item in value.items():
            for part, part_kind in ((key, key_kind), (item, value_kind)):
                yield from ((f".{key}", got) for _, got in _misfits(part, part_kind))
        return
    try:
        msgspec.convert(value, declared)
    except msgspec.ValidationError:
        yield "", value


def _phrase(declared: Any) -> str:  # noqa: ANN401 any annotation
    """Return what a type allows, in the words given to ``allowed``."""
    return next(_phrases(declared), "true or false")


def _phrases(declared: Any) -> Iterator[str]:  # noqa: ANN401 any annotation
    for part in get_args(declared):
        if isinstance(part, msgspec.Meta):
            yield from (part.extra or {}).values()
        else:
            yield from _phrases(part)


def _shown(value: object) -> str:
    """Return a value as TOML would spell it, near enough to be found in the file."""
    if isinstance(value, str | bool | int | float | list) or (
        isinstance(value, Mapping) and all(isinstance(key, str) for key in value)
    ):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
