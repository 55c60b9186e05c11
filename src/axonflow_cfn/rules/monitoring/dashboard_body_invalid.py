"""E9870."""

from collections.abc import Iterator
from typing import Any

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dashboards import bodies, widgets
from axonflow_cfn.model.json_texts import JsonText
from axonflow_cfn.rule import DeployabilityRule, Finding

_COLUMNS, _ROWS = 24, 1000


class DashboardBodyInvalid(DeployabilityRule):
    """A dashboard body that CloudWatch refuses."""

    id = "E9870"
    shortdesc = "Dashboard body is not one that CloudWatch accepts"
    description = (
        "CloudWatch checks the body when the dashboard is created ('The dashboard body is "
        "invalid'): it must be JSON, a metric widget must name its region and either metrics or "
        "annotations, and a widget is 1 to 24 columns wide and 1 to 1000 rows high."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/"
        "CloudWatch-Dashboard-Body-Structure.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Dashboard:
    Type: AWS::CloudWatch::Dashboard
    Properties:
      DashboardBody: '{"widgets": [{"type": "text", "properties": {"markdown": "x"}},]}'
"""
    good = bad.replace("}},]", "}}]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Parse each body and look at its widgets."""
        for resource in model.of_type("AWS::CloudWatch::Dashboard"):
            for body in bodies(resource):
                if body.error:
                    yield Finding(body.source.path, f"DashboardBody is no JSON: {body.error}")
                for number, widget in widgets(body):
                    for problem in _problems(body, widget):
                        yield Finding(body.source.path, f"widget {number} {problem}")


def _problems(body: JsonText, widget: dict[str, Any]) -> Iterator[str]:
    for key, least, most in (("width", 1, _COLUMNS), ("height", 1, _ROWS), ("x", 0, _COLUMNS - 1)):
        value = widget.get(key)
        if isinstance(value, int | float) and not least <= value <= most:
            yield f"has {key} {value}; allowed is {least} to {most}"
    properties = widget.get("properties")
    if not isinstance(properties, dict):
        yield "has no properties; give them"
    elif body.value(str(widget.get("type"))).text == "metric":
        annotations = properties.get("annotations")
        alarms = isinstance(annotations, dict) and "alarms" in annotations  # their ARN tells it
        if not properties.get("region") and not alarms:
            yield "names no region; give one"
        if not any(key in properties for key in ("metrics", "annotations")):
            yield "has neither metrics nor annotations; give one of them"
