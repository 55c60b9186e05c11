"""Which metrics alarms, dashboards and scaling policies look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from axonflow_cfn.model.dashboards import bodies, widgets
from axonflow_cfn.model.json_texts import JsonText
from axonflow_cfn.model.memo import once
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import LIMIT, Path, Value

_TRACKING = "TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification"
_METRICS = {
    "AWS::CloudWatch::Alarm": ("", "Metrics.*.MetricStat.Metric"),
    "AWS::ApplicationAutoScaling::ScalingPolicy": (_TRACKING,),
    "AWS::AutoScaling::ScalingPolicy": (
        "TargetTrackingConfiguration.CustomizedMetricSpecification",
    ),
}


@dataclass(frozen=True)
class MetricUse:
    """One metric that something looks at.

    Attributes:
        user: the alarm, dashboard or scaling policy.
        namespace: its namespace.
        name: its name.
        dimensions: name and value of each dimension; None if not all are known.
        path: where the name stands.
        where: for a message: '' or ' in widget 3'.
    """

    user: Resource
    namespace: str
    name: str
    dimensions: tuple[tuple[str, Value], ...] | None
    path: Path
    where: str = ""


@once
def metric_uses(model: TemplateModel) -> tuple[MetricUse, ...]:
    """Every metric whose namespace and name are known."""
    return tuple(_uses(model))


def _uses(model: TemplateModel) -> Iterator[MetricUse]:
    for kind, paths in _METRICS.items():
        for resource in model.of_type(kind):
            for path in paths:
                for holder in resource.values(path):
                    yield from _stated(resource, holder)
    for resource in model.of_type("AWS::CloudWatch::Dashboard"):
        for body in bodies(resource):
            for number, widget in widgets(body):
                yield from _drawn(resource, body, number, widget)


def _stated(user: Resource, holder: Value) -> Iterator[MetricUse]:
    for namespace, name, dimensions in holder.cases("Namespace", "MetricName", "Dimensions"):
        if namespace.text is not None and name.text is not None:
            lists: list[tuple[Value, ...] | None] = [()]
            if dimensions.present:
                lists = [*dimensions.elements()] or [None]
            for items in lists:
                for pairs in _pairs(items):
                    yield MetricUse(user, namespace.text, name.text, pairs, name.path)


def _pairs(items: tuple[Value, ...] | None) -> Iterator[tuple[tuple[str, Value], ...] | None]:
    """Every set of dimensions that a list can be; None if one is not known."""
    cases = [list(item.cases("Name", "Value")) for item in items or ()]
    if items is None or any(name.text is None for found in cases for name, _ in found):
        yield None
        return
    for chosen in islice(product(*cases), LIMIT):
        if not chosen or chosen[0][0].model.together(*(value for _, value in chosen)) is not None:
            yield tuple((name.text or "", value) for name, value in chosen)


def _drawn(
    user: Resource, body: JsonText, number: int, widget: dict[str, Any]
) -> Iterator[MetricUse]:
    properties = widget.get("properties")
    metrics = properties.get("metrics") if isinstance(properties, dict) else None
    previous: list[str] = []
    for row in metrics if isinstance(metrics, list) else ():
        cells = [cell for cell in row if isinstance(cell, str)] if isinstance(row, list) else []
        if not cells:
            continue  # an expression
        if cells[0] == "...":
            cells = previous[: len(previous) - len(cells) + 1] + cells[1:]
        cells = [
            previous[index] if cell == "." and index < len(previous) else cell
            for index, cell in enumerate(cells)
        ]
        previous = cells
        namespace, name = [body.value(cell).text for cell in (*cells, "", "")[:2]]
        if namespace and name:
            pairs = [
                (body.value(key).text, body.value(value))
                for key, value in zip(cells[2::2], cells[3::2], strict=False)
            ]
            known = tuple((key, value) for key, value in pairs if key is not None)
            complete = len(known) == len(pairs) and len(cells) % 2 == 0
            yield MetricUse(
                user, namespace, name, known if complete else None, body.source.path,
                f" in widget {number}",
            )  # fmt: skip
