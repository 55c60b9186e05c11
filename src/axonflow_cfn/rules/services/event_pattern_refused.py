"""E9912."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Symbol, TemplateModel, Text, Value
from axonflow_cfn.model.event_patterns import Pattern, patterns
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html and, for
# "exactly", https://github.com/aws/event-ruler
_MATCHERS = {
    *("anything-but", "cidr", "equals-ignore-case", "exactly", "exists", "numeric", "prefix"),
    *("suffix", "wildcard"),
}
_OF_ONE_STRING = {"cidr", "equals-ignore-case", "prefix", "suffix", "wildcard"}
_COMPARISONS = {"=", "<", "<=", ">", ">="}


class EventPatternRefused(DeployabilityRule):
    """An event pattern that does not follow the grammar."""

    id = "E9912"
    shortdesc = "Event pattern has a value that is not a list of values and matchers"
    description = (
        "What a field is compared with is always a list, of values and of objects with one matcher "
        "such as {prefix: x}; every other level is an object. EventBridge, Lambda and SNS refuse a "
        "bare value ('must be an object or an array'), an empty list or object, and a matcher that "
        "they do not know."
    )
    source_url = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html"
    tags = ["resources", "events"]
    bad = """
Resources:
  Uploads:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail: {object: {key: {prefix: uploads/}}}
"""
    good = bad.replace("{prefix: uploads/}", "[{prefix: uploads/}]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Walk every pattern."""
        for pattern in patterns(model):
            yield from _level(pattern, pattern.content)


def _level(pattern: Pattern, level: Value) -> Iterator[Finding]:
    """What is wrong with an object of fields, and below."""
    if level.data == {}:
        yield Finding(pattern.path(level), "an empty object is refused in an event pattern")
    for name, value in level.items():
        if isinstance(value.data, dict):
            yield from _level(pattern, value)
        elif isinstance(value.data, list):
            for elements in value.elements():
                choices = name == "$or"
                yield from (
                    _choices(pattern, elements)
                    if choices
                    else _list(pattern, name, value, elements)
                )
        elif _is_scalar(value):
            yield Finding(pattern.path(value), _bare(level, name, value))


def _bare(level: Value, name: str, value: Value) -> str:
    if name in _MATCHERS and isinstance(level.data, dict) and len(level.data) == 1:
        return f"the matcher {name} stands outside a list; write [{{{name}: {value.shown}}}]"
    return f"{name} is compared with {value.shown}, not with a list; write [{value.shown}]"


def _choices(pattern: Pattern, elements: tuple[Value, ...]) -> Iterator[Finding]:
    for element in elements:
        if isinstance(element.data, dict):
            yield from _level(pattern, element)


def _list(
    pattern: Pattern, name: str, value: Value, elements: tuple[Value, ...]
) -> Iterator[Finding]:
    if not elements:
        yield Finding(pattern.path(value), f"{name} is compared with an empty list")
    for element in elements:
        if isinstance(element.data, list):
            yield Finding(
                pattern.path(element), f"{name} is compared with a list within a list; take one off"
            )
        elif isinstance(element.data, dict):
            yield from _matcher(pattern, element)


def _matcher(pattern: Pattern, element: Value) -> Iterator[Finding]:
    matchers = list(element.items())
    names = list(dict.fromkeys(name for name, _ in matchers))
    if len(names) != 1:
        shown = f"has {len(names)} matchers ({', '.join(names)})" if names else "is empty"
        yield Finding(pattern.path(element), f"an object in a list {shown}; it needs exactly one")
        return
    for name, value in matchers:
        fault = _fault(name, value)
        if fault:
            yield Finding(pattern.path(value), fault)


def _fault(name: str, value: Value) -> str | None:
    if name not in _MATCHERS:
        return f"there is no matcher {name}; there are {', '.join(sorted(_MATCHERS))}"
    if name in _OF_ONE_STRING and isinstance(value.data, list):
        return f"{name} takes one string, not a list; write an object for each"
    if name == "numeric" and _is_scalar(value):
        return f"numeric takes a list such as ['>', 0], not {value.shown}"
    if name == "numeric":
        for operator in value.values("0"):
            if operator.text is not None and operator.text not in _COMPARISONS:
                known = ", ".join(sorted(_COMPARISONS))
                return f"numeric does not know {operator.shown}; it knows {known}"
    return None


def _is_scalar(value: Value) -> bool:
    """Whether a value is certainly neither a list nor an object."""
    data = value.data
    if isinstance(data, Symbol):
        parameter = value.model.parameters.get(data.name)
        listed = parameter.is_list or "List<" in parameter.type if parameter else False
        return not listed and data.name != "AWS::NotificationARNs"
    if isinstance(data, Reference):
        return data.attribute in {None, "Arn"}
    return isinstance(data, Text) or value.text is not None
