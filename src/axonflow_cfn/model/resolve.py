"""What an intrinsic function can evaluate to before anything is deployed."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from axonflow_cfn.model.conditions import When, literal
from axonflow_cfn.model.values import (
    ABSENT,
    LIMIT,
    UNKNOWN,
    Data,
    Part,
    Path,
    Reference,
    Symbol,
    Value,
    compose,
    is_function,
)

if TYPE_CHECKING:
    from axonflow_cfn.model.template import TemplateModel


def resolve(model: "TemplateModel", node: object, at: Value) -> Iterator[Value]:
    """Every value a node can have.

    Args:
        model: the template.
        node: the raw node.
        at: where it stands: a value whose path, assumptions and sources the results start from.
    """
    if isinstance(node, dict) and is_function(node):
        ((name, argument),) = node.items()
        function = _FUNCTIONS.get(name)
        if function is None:
            yield at.but(data=UNKNOWN)
        else:
            yield from function(model, argument, at)
    elif node is None:
        yield at.but(data=ABSENT)
    elif isinstance(node, str):
        yield at.but(data=compose([str(node)]) if "{{" in node else str(node))
    elif isinstance(node, bool | int | float | dict | list):
        yield at.but(data=node)
    else:  # a date, or a Reference or Symbol that another function put into a list
        yield at.but(data=node if isinstance(node, Reference | Symbol) else str(node))


def _ref(model: "TemplateModel", name: object, at: Value) -> Iterator[Value]:
    if not isinstance(name, str):
        yield at.but(data=UNKNOWN)
    elif name == "AWS::NoValue":
        yield at.but(data=ABSENT)
    elif name in model.parameters:
        yield from _parameter(model, str(name), at)
    elif name in model.resources:
        yield at.but(data=Reference(str(name)))
    else:
        yield at.but(data=Symbol(str(name)) if name.startswith("AWS::") else UNKNOWN)


def _parameter(model: "TemplateModel", name: str, at: Value) -> Iterator[Value]:
    parameter = model.parameters[name]
    at = at.but(sources=at.sources | {name})
    bound = dict(at.when.parameters).get(name)
    choices = parameter.choices if bound is None else (bound,)
    for choice in choices:
        when = at.when.parameter(name, choice)
        if model.conditions.possible(when):
            data: Data = (
                [item.strip() for item in choice.split(",")] if parameter.is_list else choice
            )
            yield at.but(data=data, when=when)
    if bound is None and parameter.open:
        yield at.but(data=Symbol(name))


def _get_att(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    match argument.split(".", 1) if isinstance(argument, str) else argument:
        case [str(name), str(attribute)] if name in model.resources:
            yield at.but(data=Reference(str(name), str(attribute)))
        case _:
            yield at.but(data=UNKNOWN)


def _if(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    match argument:
        case [str(name), yes, no]:
            for index, holds, node in ((1, True, yes), (2, False, no)):
                when = at.when.condition(str(name), holds=holds)
                if model.conditions.possible(when):
                    branch = at.but(path=(*at.path, "Fn::If", index), when=when)
                    yield from resolve(model, node, branch)
        case _:
            yield at.but(data=UNKNOWN)


def _sub(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    variables: dict[str, object] = {}
    match argument:
        case str(text):
            pass
        case [str(text), dict(variables)]:
            pass
        case _:
            yield at.but(data=UNKNOWN)
            return
    pieces: list[object] = []
    for index, piece in enumerate(re.split(r"\$\{([^}]*)\}", text)):
        name = piece.strip()
        if index % 2 == 0:
            pieces.append(piece)
        elif name.startswith("!"):
            pieces.append("${" + name[1:] + "}")
        elif name in variables:
            pieces.append(variables[name])
        else:
            pieces.append({"Fn::GetAtt": name} if "." in name else {"Ref": name})
    yield from _concatenate(model, pieces, at)


def _concatenate(model: "TemplateModel", pieces: list[object], at: Value) -> Iterator[Value]:
    """The strings that pieces make in every combination that can occur."""
    found: list[tuple[tuple[Part, ...], Value]] = [((), at)]
    for piece in pieces:
        following = []
        for parts, so_far in found:
            for value in resolve(model, piece, so_far):
                state = at.but(when=value.when, sources=value.sources | so_far.sources)
                following.append(((*parts, *(value.parts or (UNKNOWN,))), state))
        found = following[:LIMIT]
    for parts, state in found:
        yield state.but(data=compose(parts))


def _join(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    match argument:
        case [str(delimiter), listed]:
            for elements, found in _lists(model, listed, at):
                parts = [p for e in elements for p in (delimiter, *(e.parts or (UNKNOWN,)))]
                yield found.but(data=compose(parts[1:]))
        case _:
            yield at.but(data=UNKNOWN)


def _lists(
    model: "TemplateModel", listed: object, at: Value
) -> Iterator[tuple[tuple[Value, ...], Value]]:
    """The elements of each list a node can be, and what that one assumes."""
    for items in resolve(model, listed, at):
        yield from _elements(model, items, at)


def _elements(
    model: "TemplateModel", items: Value, at: Value
) -> Iterator[tuple[tuple[Value, ...], Value]]:
    if not isinstance(items.data, list):
        here = items.but(data=UNKNOWN, path=at.path)
        yield (here,), here
    for elements in items.elements():
        when = model.together(items, *elements) or items.when
        sources = items.sources.union(*(element.sources for element in elements))
        yield elements, at.but(when=when, sources=sources)


def _find_in_map(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    match argument:
        case [name, first, second] if (literal(name) or "") in model.mappings:
            for row, rows in _rows(model, model.mappings[literal(name) or ""], first, at):
                for cell, found in _rows(model, rows, second, row):
                    known = isinstance(found, str | int | float | list)
                    yield cell.but(data=found if known else UNKNOWN)
        case _:
            yield at.but(data=UNKNOWN)


def _rows(
    model: "TemplateModel", table: object, key: object, at: Value
) -> Iterator[tuple[Value, Any]]:
    """Each entry of a mapping that a key can select, with what choosing it assumes."""
    for value in resolve(model, key, at):
        here = value.but(path=at.path)
        if isinstance(table, dict) and isinstance(value.data, Symbol) and value.data.index is None:
            for row, content in list(table.items())[:LIMIT]:
                when = here.when.parameter(value.data.name, str(row))
                if model.conditions.possible(when):
                    yield here.but(when=when), content
        else:
            known = isinstance(table, dict) and value.text is not None
            yield here, table.get(value.text) if known and isinstance(table, dict) else None


def _select(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    match argument:
        case [number, listed]:
            for index in resolve(model, number, at):
                for items in resolve(model, listed, index.but(path=at.path)):
                    for elements, found in _elements(model, items, at):
                        yield found.but(data=_element(items, elements, index.number))
        case _:
            yield at.but(data=UNKNOWN)


def _element(items: Value, elements: tuple[Value, ...], position: float | None) -> Data:
    if position is None or position < 0:
        return UNKNOWN
    if isinstance(items.data, Symbol):
        return Symbol(items.data.name, int(position))
    return elements[int(position)].data if position < len(elements) else UNKNOWN


def _split(model: "TemplateModel", argument: object, at: Value) -> Iterator[Value]:
    match argument:
        case [str(delimiter), whole] if delimiter:
            for value in resolve(model, whole, at):
                known = isinstance(value.data, str)
                data: Data = list(str(value.data).split(delimiter)) if known else UNKNOWN
                yield value.but(data=data, path=at.path)
        case _:
            yield at.but(data=UNKNOWN)


_FUNCTIONS: dict[str, Callable[["TemplateModel", Any, Value], Iterator[Value]]] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::If": _if,
    "Fn::Sub": _sub,
    "Fn::Join": _join,
    "Fn::FindInMap": _find_in_map,
    "Fn::Select": _select,
    "Fn::Split": _split,
}
"""The functions whose result can be known. Of every other one it is UNKNOWN."""


def start(model: "TemplateModel", path: Path, when: When, sources: frozenset[str]) -> Value:
    """The place from which `resolve` sets out."""
    return Value(UNKNOWN, path, when, model, sources)
