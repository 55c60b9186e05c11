"""E9869."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# p0 to p100, tm90 and its kin, or TM(10%:90%) and its kin.
_EXTENDED = re.compile(
    r"p(\d{1,2}(\.\d{1,10})?|100(\.0{1,10})?)|(tm|wm|tc|ts)\d{1,3}(\.\d{1,10})?"
    r"|(TM|WM|PR|TC|TS)\(.*\)|IQM"
)


class AlarmIncomplete(DeployabilityRule):
    """An alarm that lacks what it needs to compare."""

    id = "E9869"
    shortdesc = "Alarm lacks a threshold, a period or a statistic"
    description = (
        "CloudWatch refuses an alarm without a Threshold (unless ThresholdMetricId names a band), "
        "and one on a MetricName without a Period, without Statistic and ExtendedStatistic, or "
        "with an ExtendedStatistic that it can't compute."
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
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("Period: 60", "Period: 60\n      Threshold: 5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for what is certainly missing."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm"):
            for limit, band, criteria in alarm.cases(
                "Threshold", "ThresholdMetricId", "EvaluationCriteria"
            ):
                if limit.absent and band.absent and criteria.absent:
                    yield Finding(alarm.path, f"{alarm.logical_id} has no Threshold; give one")
            for name, period, plain, extended in alarm.cases(
                "MetricName", "Period", "Statistic", "ExtendedStatistic"
            ):
                if name.present and period.absent:
                    yield Finding(alarm.path, f"{alarm.logical_id} has no Period; give one")
                if name.present and plain.absent and extended.absent:
                    yield Finding(
                        alarm.path,
                        f"{alarm.logical_id} has neither Statistic nor ExtendedStatistic; give one",
                    )
                if extended.text is not None and not _EXTENDED.fullmatch(extended.text):
                    yield Finding(
                        extended.path,
                        f"CloudWatch can't compute ExtendedStatistic {extended.shown}; give a "
                        "percentile from p0 to p100, or a trimmed mean such as tm90",
                    )
