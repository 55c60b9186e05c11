"""What a deployment of the template resolves to, laid out for JMESPath."""

import json
from collections.abc import Mapping
from typing import Any

import jmespath
from deployments import DEFAULTS, ParameterSet
from variants import template_data

from axonflow_cfn import Deployment, TemplateConfig, build_template, resolve_template, to_data


def searchable(template: Mapping[str, Any], deployment: Deployment) -> dict[str, Any]:
    """A deployment with properties by logical id.

    Beside them: Outputs, Parameters, Attributes (whole resources) and Metrics (of the dashboard,
    by namespace).
    """
    resolved = resolve_template(template, deployment)
    properties = {name: item["Properties"] for name, item in resolved["Resources"].items()}
    return {
        **properties,
        "Outputs": {name: output["Value"] for name, output in resolved["Outputs"].items()},
        "Parameters": template["Parameters"],
        "Attributes": resolved["Resources"],
        "Metrics": metrics(json.loads(properties["Dashboard"]["DashboardBody"])),
    }


def metrics(body: dict[str, Any]) -> dict[str, list[str]]:
    """Metric names of a dashboard by namespace; "." repeats the field above, as in CloudWatch."""
    found: dict[str, set[str]] = {}
    for widget in body["widgets"]:
        above: list[str] = []
        for line in widget["properties"]["metrics"]:
            above = [above[i] if part == "." else part for i, part in enumerate(line)]
            found.setdefault(above[0], set()).add(above[1])
    return {namespace: sorted(names) for namespace, names in found.items()}


def search(
    path: str,
    parameter_set: ParameterSet = DEFAULTS,
    partition: str = "aws",
    config: TemplateConfig | None = None,
) -> Any:
    """What stands at a path of the published template, or of another config's."""
    template = to_data(build_template(config)) if config else template_data()
    return jmespath.search(path, searchable(template, parameter_set.deployment(partition)))
