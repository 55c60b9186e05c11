"""Questions that many rules ask of the properties of a resource."""

from collections.abc import Iterable, Iterator

from axonflow_cfn.model.conditions import When
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Symbol, Value


def where(resource: Resource, path: str, *texts: str) -> Iterator[Resource]:
    """The resource under each assumption that gives a property one of these values.

    Args:
        resource: where to look.
        path: as in `Value.values`.
        texts: the values that count.
    """
    for value in resource.values(path):
        under = resource.given(value.when)
        if under and value.text in texts:
            yield under


def declared(owner: Resource | Value, path: str) -> frozenset[str] | None:
    """Every text that a path can hold; None if it can also hold something unknown."""
    texts = {value.text for value in owner.values(path)}
    return None if None in texts else frozenset(text for text in texts if text is not None)


def repeated(owner: Resource | Value, *paths: str) -> Iterator[Value]:
    """The values that some other place, before them, can hold at the same time.

    Args:
        owner: where to look.
        paths: one or more places, as in `Value.values`.
    """
    seen: list[Value] = []
    for path in paths:
        for value in owner.values(path):
            if value.text is None:
                continue
            if any(
                other.text == value.text
                and other.path != value.path
                and value.model.together(other, value) is not None
                for other in seen
            ):
                yield value
            seen.append(value)


def lists(owner: Resource | Value, path: str) -> Iterator[tuple[Value, ...]]:
    """Every list that a path can hold, item by item; nothing where that is unknown.

    Args:
        owner: where to look.
        path: as in `Value.cases`.
    """
    for (items,) in owner.cases(path):
        yield from items.elements()


def by_default(values: Iterable[Value]) -> Iterator[Value]:
    """The values without "anything else" where a parameter's default stands beside that.

    Args:
        values: of one place, as `Value.values` gives them.
    """
    for value in values:
        symbol = value.data
        named = symbol.name if isinstance(symbol, Symbol) else ""
        parameter = value.model.parameters.get(named)
        if parameter is None or parameter.default is None:
            yield value


def plausible(model: TemplateModel, when: When) -> bool:
    """Whether a combination is the template's own doing, not an odd choice of its user.

    One parameter may have any of its values; of several, all must have their defaults.
    """
    bound = [(name, value) for name, value in when.parameters if name in model.parameters]
    return len(bound) <= 1 or all(model.parameters[n].default == value for n, value in bound)
