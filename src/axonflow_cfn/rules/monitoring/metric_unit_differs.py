"""W9864."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.metrics import UNITS
from axonflow_cfn.rule import DeployabilityRule, Finding


class MetricUnitDiffers(DeployabilityRule):
    """An alarm for a unit that the metric is not published in."""

    id = "W9864"
    shortdesc = "Unit of the alarm is not the unit of the metric"
    description = (
        "Unit does not convert, it selects: CloudWatch looks only at data points that were "
        "published in this unit, finds none, and the alarm stays in INSUFFICIENT_DATA. Leave Unit "
        "out, and give the threshold in the unit of the metric."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Slow:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: TargetResponseTime
      Dimensions: [{Name: LoadBalancer, Value: app/a/1}]
      Unit: Milliseconds
      Statistic: Average
      Period: 60
      EvaluationPeriods: 5
      Threshold: 500
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("      Unit: Milliseconds\n", "").replace("500", "0.5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the unit with the one that is published."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm"):
            for namespace, name, unit in alarm.cases("Namespace", "MetricName", "Unit"):
                right = UNITS.get((namespace.text or "", name.text or ""))
                if right and unit.text not in {None, right}:
                    yield Finding(
                        unit.path,
                        f"{name.shown} is published in {right}, not {unit.shown}; leave Unit out",
                    )
