"""Breaks templates in declared places.

An edit is a dict of `set` (path: new value), `repeat` (path: [text, times]), `replace` (path: [old,
new] within a string) and `remove` (paths). Paths start at the properties of a resource, those with a
leading slash at the template; `-` appends to a list.
"""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml


def declared(*files: Path) -> list[dict[str, Any]]:
    """The edits that files hold, in their order."""
    return [edit for file in files for edit in yaml.safe_load(file.read_text(encoding="utf-8"))]


def broken(template: Any, edit: dict[str, Any]) -> Any:
    """A copy of a template with an edit."""
    template = deepcopy(template)
    for holder, key, value in _values(edit, template):
        if key == "-":
            holder.append(value)
        else:
            holder[key] = value
    for path in edit.get("remove", []):
        holder, key = _place(path, template)
        del holder[key]
    return template


def shown(keys: tuple[str | int, ...]) -> str:
    """The path of a finding, as an edit would write it."""
    match keys:
        case "Resources", str(resource), "Properties", first, *rest:
            return "/".join(str(key) for key in (resource, first, *rest))
    return "/" + "/".join(str(key) for key in keys)


def _values(edit: dict[str, Any], template: Any) -> Iterator[tuple[Any, Any, Any]]:
    """What to put where: the holder, the key and the new value."""
    for path, value in edit.get("set", {}).items():
        yield *_place(path, template), value
    for path, (text, times) in edit.get("repeat", {}).items():
        yield *_place(path, template), text * times
    for path, (old, new) in edit.get("replace", {}).items():
        holder, key = _place(path, template)
        assert old in holder[key], f"{path} does not hold {old}"
        yield holder, key, holder[key].replace(old, new)


def _place(path: str, template: Any) -> tuple[Any, Any]:
    resource, *inner = path.split("/")
    keys = ["Resources", resource, "Properties", *inner] if resource else inner
    *parents, last = [int(key) if key.isdecimal() else key for key in keys]
    holder = template
    for parent in parents:
        holder = holder[parent]
    return holder, last
