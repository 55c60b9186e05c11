"""Event patterns: of rules, archives, pipes, event sources and subscriptions, as object or JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.json_texts import JsonText, parse
from axonflow_cfn.model.memo import once
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import UNKNOWN, Path, Value, show

# All read their patterns in the same way: https://github.com/aws/event-ruler
_PLACES = {
    "AWS::Events::Archive": "EventPattern",
    "AWS::Events::Rule": "EventPattern",
    "AWS::Lambda::EventSourceMapping": "FilterCriteria.Filters.*.Pattern",
    "AWS::Pipes::Pipe": "SourceParameters.FilterCriteria.Filters.*.Pattern",
    "AWS::SNS::Subscription": "FilterPolicy",
}


@dataclass(frozen=True)
class Pattern:
    """One event pattern.

    Attributes:
        owner: the resource that has it.
        content: the pattern as an object.
        text: the string it is written in; None if it is an object of the template.
    """

    owner: Resource
    content: Value
    text: Value | None

    def path(self, inside: Value) -> Path:
        """Where something of the pattern stands in the template."""
        return self.text.path if self.text else inside.path

    def fields(self) -> Iterator[tuple[tuple[str, ...], Value]]:
        """Name and value of each field that has no fields of its own, in $or as well."""
        yield from _fields((), self.content)


@once
def patterns(model: TemplateModel) -> tuple[Pattern, ...]:
    """Every event pattern of a template that can be read."""
    return tuple(
        pattern
        for owner in model.of_type(*_PLACES)
        for value in owner.values(_PLACES[owner.type])
        for pattern in _read(owner, value)
    )


def _read(owner: Resource, value: Value) -> Iterator[Pattern]:
    if isinstance(value.data, dict):
        yield Pattern(owner, value, None)
    elif value.parts and value.data is not UNKNOWN:
        read = parse(value)
        if isinstance(read.content, dict):
            content = {str(key): _raw(read, item) for key, item in read.content.items()}
            yield Pattern(owner, value.but(data=content), value)


def _fields(names: tuple[str, ...], value: Value) -> Iterator[tuple[tuple[str, ...], Value]]:
    for name, inner in value.items():
        if name == "$or":
            for choice in inner.values("*"):
                yield from _fields(names, choice)
        elif isinstance(inner.data, dict):
            yield from _fields((*names, name), inner)
        else:
            yield (*names, name), inner


def _raw(read: JsonText, node: object) -> object:
    """The content as a template would hold it, so that it can be walked like one."""
    if isinstance(node, dict):
        return {str(key): _raw(read, item) for key, item in node.items()}
    if isinstance(node, list):
        return [_raw(read, item) for item in node]
    if isinstance(node, str):
        return _string(read.value(node))
    return False if node is None else node  # null is a value here, not a missing one


def _string(value: Value) -> object:
    if value.text is not None:
        return value.text
    if UNKNOWN in value.parts:
        return {"Fn::ImportValue": ""}  # something unknown
    spelled = (p.replace("${", "${!") if isinstance(p, str) else show(p) for p in value.parts)
    return {"Fn::Sub": "".join(spelled)}
