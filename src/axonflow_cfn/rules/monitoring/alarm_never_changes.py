"""W9863."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.metrics import MAXIMA, METRICS, UNITS
from axonflow_cfn.rule import DeployabilityRule, Finding

_ABOVE, _FROM = "GreaterThanThreshold", "GreaterThanOrEqualToThreshold"
_BELOW, _UP_TO = "LessThanThreshold", "LessThanOrEqualToThreshold"
_MEBIBYTE = 1024**2


class AlarmNeverChanges(DeployabilityRule):
    """A threshold that the metric can't cross."""

    id = "W9863"
    shortdesc = "Alarm compares the metric with a value that it can't cross"
    description = (
        "The alarm never goes off, or never stops: the threshold is in another unit than the "
        "metric (a fraction where it is in percent, gigabytes where it is in bytes, milliseconds "
        "where it is in seconds), above what the metric can be or below 0; or the statistic of a "
        "count of requests is not Sum, and all others are always 1."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/"
        "aws-services-cloudwatch-metrics.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Storage:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: FreeStorageSpace
      Dimensions: [{Name: DBInstanceIdentifier, Value: main}]
      Statistic: Minimum
      Period: 60
      EvaluationPeriods: 5
      Threshold: 10
      ComparisonOperator: LessThanThreshold
"""
    good = bad.replace("Threshold: 10\n", "Threshold: 10737418240\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare threshold, operator and statistic with what the metric can be."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm"):
            for namespace, name, operator, threshold, statistic in alarm.cases(
                "Namespace", "MetricName", "ComparisonOperator", "Threshold", "Statistic"
            ):
                metric = (namespace.text or "", name.text or "")
                problem = _problem(metric, operator.text, threshold, statistic.text)
                if problem:
                    yield Finding(
                        threshold.path, f"{metric[1]} {operator.text} {threshold.shown}: {problem}"
                    )


def _problem(
    metric: tuple[str, str], operator: str | None, threshold: Value, statistic: str | None
) -> str:
    limit = threshold.number
    if limit is None or metric[1] not in METRICS.get(metric[0], ()):
        return ""
    most = MAXIMA.get(metric)
    if operator == _ABOVE and most is not None and limit >= most and statistic != "Sum":
        return f"it is at most {most:g}, so the alarm never goes off; lower the threshold"
    if (operator in {_BELOW, _UP_TO} and limit < 0) or (operator == _BELOW and limit == 0):
        return "it is never below 0, so the alarm never goes off; raise the threshold"
    if operator == _FROM and limit <= 0:
        return "it is never below 0, so the alarm is always on; raise the threshold"
    if UNITS.get(metric) == "Percent" and operator in {_ABOVE, _FROM} and 0 < limit < 1:
        return "it is in percent, from 0 to 100; give the threshold in percent"
    if metric[1].startswith("Free") and operator in {_BELOW, _UP_TO} and limit < _MEBIBYTE:
        return "it is in bytes; give the threshold in bytes"
    ones = metric[0] == "AWS/ApplicationELB" and metric[1].startswith("HTTPCode_")
    if ones and statistic in {"Average", "Maximum", "Minimum"}:
        reached = limit < 1 if operator == _ABOVE else limit <= 1
        if operator in {_ABOVE, _FROM} and not reached:
            return f"its {statistic} is always 1, so the alarm never goes off; use Sum"
    return ""
