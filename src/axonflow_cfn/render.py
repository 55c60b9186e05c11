"""From a template to its canonical text, within CloudFormation's limits.

Sections stand in the order in which CloudFormation documents them, a resource's keys in the order
in which one reads them, everything else in the order in which the layers declared it.
"""

import json
from collections.abc import Mapping
from typing import Any, Literal

import yaml
from troposphere import Template

from axonflow_cfn.errors import RenderError

BODY_LIMIT = 51_200
"""Bytes of a template that CloudFormation takes without a bucket (CloudFormation quotas)."""

Format = Literal["yaml", "json"]

_SECTIONS = (
    "AWSTemplateFormatVersion",
    "Description",
    "Metadata",
    "Parameters",
    "Rules",
    "Mappings",
    "Conditions",
    "Resources",
    "Outputs",
)
_RESOURCE_KEYS = (
    "Type",
    "Condition",
    "DependsOn",
    "DeletionPolicy",
    "UpdateReplacePolicy",
    "Metadata",
    "Properties",
)
# Functions of the Rules section have no documented short form, so that they stay long.
_SHORT_FORMS = frozenset(
    {
        "Fn::And",
        "Fn::Equals",
        "Fn::FindInMap",
        "Fn::GetAtt",
        "Fn::If",
        "Fn::Join",
        "Fn::Not",
        "Fn::Or",
        "Fn::Select",
        "Fn::Split",
        "Fn::Sub",
    }
)
_YAML = "tag:yaml.org,2002:"
_LINE = 80
_BLOCK_DEPTH = 2  # down to a resource's own keys, mappings stand in block style


def to_data(template: Template) -> dict[str, Any]:
    """Return the template as plain data in canonical order, intrinsic functions in long form."""
    data = template.to_dict()
    ordered = {section: data[section] for section in _SECTIONS if data.get(section)}
    ordered["Resources"] = {
        logical_id: {key: resource[key] for key in _RESOURCE_KEYS if key in resource}
        for logical_id, resource in data["Resources"].items()
    }
    return ordered


def render_template(template: Template, form: Format = "yaml") -> str:
    """Return the template's canonical text.

    Args:
        template: what ``assemble`` returned.
        form: ``yaml`` for people, with short intrinsic functions; ``json`` compact, on one line.

    Raises:
        RenderError: the text is larger than CloudFormation takes without a bucket.
    """
    text = to_yaml(to_data(template)) if form == "yaml" else to_json(to_data(template))
    if (size := len(text.encode())) > BODY_LIMIT:
        raise RenderError(
            f"the {form} template has {size:,} bytes, {size - BODY_LIMIT:,} more than the "
            f"{BODY_LIMIT:,} CloudFormation takes without a bucket; shorten the configuration "
            "(fewer extra variables) or split the template"
        )
    return text


def to_json(data: Mapping[str, Any]) -> str:
    """Return compact JSON with a final newline."""
    return json.dumps(data, separators=(",", ":")) + "\n"


def to_yaml(data: Mapping[str, Any]) -> str:
    """Return YAML with short intrinsic functions; byte for byte a function of the data."""
    text: str = yaml.serialize(
        _node(data), Dumper=yaml.CSafeDumper, width=10_000, allow_unicode=True
    )
    return text


def _node(value: Any, depth: int = 0) -> yaml.Node:  # noqa: ANN401 any template value
    if isinstance(value, Mapping):
        if len(value) == 1 and (short := _short_form(*next(iter(value.items())), depth)):
            return short
        pairs = [(_node(key), _node(item, depth + 1)) for key, item in value.items()]
        parts = [node for pair in pairs for node in pair]
        return yaml.MappingNode(
            f"{_YAML}map", pairs, flow_style=depth > _BLOCK_DEPTH and _on_one_line(parts)
        )
    if isinstance(value, list):
        return _sequence(f"{_YAML}seq", value, depth)
    if isinstance(value, bool):
        return yaml.ScalarNode(f"{_YAML}bool", "true" if value else "false")
    if isinstance(value, int):
        return yaml.ScalarNode(f"{_YAML}int", str(value))
    if isinstance(value, str):
        return _text(f"{_YAML}str", value)
    raise RenderError(
        f"{value!r} is not a value for a template; use text, whole numbers, booleans, lists, maps"
    )


def _short_form(function: str, operand: Any, depth: int) -> yaml.Node | None:  # noqa: ANN401
    """Return the node of ``!Function operand``, or None where there is no short form."""
    if function in {"Ref", "Condition"} and isinstance(operand, str):
        return _text(f"!{function}", operand)
    if function not in _SHORT_FORMS:
        return None
    tag = f"!{function.removeprefix('Fn::')}"
    if function == "Fn::GetAtt":
        return _text(tag, ".".join(operand))
    return _text(tag, operand) if isinstance(operand, str) else _sequence(tag, operand, depth)


def _sequence(tag: str, items: list[Any], depth: int) -> yaml.Node:
    nodes = [_node(item, depth + 1) for item in items]
    return yaml.SequenceNode(tag, nodes, flow_style=_on_one_line(nodes))


def _text(tag: str, text: str) -> yaml.Node:
    return yaml.ScalarNode(tag, text, style="|" if "\n" in text else None)


def _on_one_line(nodes: list[yaml.Node]) -> bool:
    """Tell whether a collection of these nodes reads well on one line, as people write it."""
    return sum(_length(node) for node in nodes) <= _LINE


def _length(node: yaml.Node) -> int:
    """Return about how many characters a node takes on one line; what cannot stand so is long."""
    match node:
        case yaml.ScalarNode() if "\n" not in node.value:
            return len(node.value) + 2
        case yaml.SequenceNode(flow_style=True):
            return 2 + sum(_length(part) for part in node.value)
        case yaml.MappingNode(flow_style=True):
            return 2 + sum(_length(part) for pair in node.value for part in pair)
    return _LINE + 1
