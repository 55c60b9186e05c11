"""Finds the places in which two templates differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from axonflow_cfn.diff.normal import normal


@dataclass(frozen=True)
class Delta:
    """One place that differs.

    Attributes:
        section: ``Resources``, ``Parameters``, ….
        logical_id: the entry of the section.
        path: keys below the entry; empty when the whole entry came or went.
        old: the value before, None if there was none.
        new: the value after, None if there is none.
    """

    section: str
    logical_id: str
    path: tuple[str, ...]
    old: Any
    new: Any


def deltas(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Delta]:
    """Yield every difference, sections and entries in the order of the templates."""
    for section in dict.fromkeys((*old, *new)):
        before, after = old.get(section) or {}, new.get(section) or {}
        if not isinstance(before, Mapping) or not isinstance(after, Mapping):
            if normal(before) != normal(after):
                yield Delta(section, "", (), before or None, after or None)
            continue
        for name in dict.fromkeys((*before, *after)):
            first, second = before.get(name), after.get(name)
            if name not in before or name not in after:
                yield Delta(section, name, (), first, second)
            else:
                for path, left, right in _differences(normal(first), normal(second), ()):
                    yield Delta(section, name, path, left, right)


def _differences(
    old: Any,  # noqa: ANN401 any template value
    new: Any,  # noqa: ANN401 any template value
    path: tuple[str, ...],
) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield path, old and new of the smallest parts that differ; functions are one part."""
    if old == new:
        return
    if _plain(old) and _plain(new):
        for key in dict.fromkeys((*old, *new)):
            yield from _differences(old.get(key), new.get(key), (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (left, right) in enumerate(zip(old, new, strict=True)):
            yield from _differences(left, right, (*path, str(index)))
    else:
        yield path, old, new


def _plain(value: Any) -> bool:  # noqa: ANN401 any template value
    return isinstance(value, Mapping) and not any(
        key == "Ref" or key.startswith("Fn::") for key in value
    )
