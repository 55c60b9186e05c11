"""E9865."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_HOUR, _DAY = 3600, 86_400


class AlarmWindowTooLong(DeployabilityRule):
    """An alarm that looks back further than CloudWatch does, or at more than it looks back."""

    id = "E9865"
    shortdesc = "Alarm looks at more data than CloudWatch evaluates"
    description = (
        "CloudWatch refuses an alarm whose Period times EvaluationPeriods is more than a day, or "
        "more than seven days if the period is an hour or longer, and one whose DatapointsToAlarm "
        "is above EvaluationPeriods."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: App
      MetricName: Errors
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 3
      DatapointsToAlarm: 5
      Threshold: 10
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("EvaluationPeriods: 3", "EvaluationPeriods: 5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Multiply and compare where the numbers are known."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm"):
            for period, count, needed in alarm.cases(
                "Period", "EvaluationPeriods", "DatapointsToAlarm"
            ):
                if count.number is None:
                    continue
                if needed.number is not None and needed.number > count.number:
                    yield Finding(
                        needed.path,
                        f"DatapointsToAlarm {needed.shown} is above EvaluationPeriods "
                        f"{count.shown}; lower it",
                    )
                if period.number is not None:
                    most = _DAY if period.number < _HOUR else 7 * _DAY
                    if period.number * count.number > most:
                        yield Finding(
                            count.path,
                            f"{count.shown} periods of {period.shown} s are more than CloudWatch "
                            f"evaluates ({most} s for this period); take fewer or longer ones",
                        )
