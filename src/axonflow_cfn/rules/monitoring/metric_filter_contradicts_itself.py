"""E9876."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class MetricFilterContradictsItself(DeployabilityRule):
    """A metric filter with both dimensions and a default value."""

    id = "E9876"
    shortdesc = "Metric filter has both dimensions and a default value"
    description = (
        "CloudWatch Logs refuses a metric filter whose metric has dimensions and a default value: "
        "it would not know the dimensions of the default. Leave one of them out."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-logs-metricfilter-metrictransformation.html"
    )
    tags = ["resources", "logs"]
    bad = """
Resources:
  Filter:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: app
      FilterPattern: '{$.level = "error"}'
      MetricTransformations:
        - MetricNamespace: App
          MetricName: Errors
          MetricValue: '1'
          DefaultValue: 0
          Dimensions: [{Key: Route, Value: $.route}]
"""
    good = bad.replace("          DefaultValue: 0\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for both on one metric."""
        for item in model.of_type("AWS::Logs::MetricFilter"):
            for metric in item.values("MetricTransformations.*"):
                for default, dimensions in metric.cases("DefaultValue", "Dimensions"):
                    if default.present and dimensions.known and dimensions.data:
                        yield Finding(
                            default.path,
                            "DefaultValue and Dimensions can't stand together; leave one out",
                        )
