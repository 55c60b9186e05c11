"""Where a template uses an intrinsic function, and under which assumptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from axonflow_cfn.model.conditions import When
from axonflow_cfn.model.template import TemplateModel
from axonflow_cfn.model.values import Path, Value


@dataclass(frozen=True)
class Call:
    """One use of a function.

    Attributes:
        argument: its raw argument.
        path: the node that holds the function.
        when: the conditions of the resource or output and of each Fn::If around it.
    """

    argument: Any
    path: Path
    when: When


def calls(model: TemplateModel, function: str) -> Iterator[Call]:
    """Every use of a function in Resources and Outputs that can be reached.

    Args:
        model: the template.
        function: such as 'Fn::FindInMap'.
    """
    for resource in model.resources.values():
        yield from _calls(model, resource.body, function)
    for output in model.outputs.values():
        yield from _calls(model, output, function)


def texts(node: object, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Every string below a raw node, and where it stands."""
    if isinstance(node, str):
        yield str(node), path
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from texts(item, (*path, str(key)))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from texts(item, (*path, index))


def _calls(model: TemplateModel, start: Value, function: str) -> Iterator[Call]:
    if model.conditions.possible(start.when):
        yield from _below(model, start.data, function, Call(None, start.path, start.when))


def _below(model: TemplateModel, node: object, function: str, at: Call) -> Iterator[Call]:
    """Every use below a raw node; `at` says where it stands."""
    if isinstance(node, dict):
        if function in node:
            yield Call(node[function], at.path, at.when)
        for key, item in node.items():
            match key, item:
                case "Fn::If", [str(name), yes, no]:
                    for index, holds, branch in ((1, True, yes), (2, False, no)):
                        when = at.when.condition(str(name), holds=holds)
                        if isinstance(branch, dict | list) and model.conditions.possible(when):
                            place = Call(None, (*at.path, key, index), when)
                            yield from _below(model, branch, function, place)
                case str(), dict() | list():
                    place = Call(None, (*at.path, str(key)), at.when)
                    yield from _below(model, item, function, place)
    elif isinstance(node, list):
        for index, item in enumerate(node):
            place = Call(None, (*at.path, index), at.when)
            yield from _below(model, item, function, place)
