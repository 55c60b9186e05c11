"""W9875."""

from collections.abc import Iterator
from difflib import get_close_matches

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.metric_uses import metric_uses
from axonflow_cfn.rule import DeployabilityRule, Finding


class MetricFilterSpelledDifferently(DeployabilityRule):
    """An alarm on a metric of the template's own that is spelled another way."""

    id = "W9875"
    shortdesc = "Metric is spelled differently from the metric filter that makes it"
    description = (
        "A metric filter of the template publishes a metric of nearly this name, and none "
        "publishes this one: the alarm or graph never sees a value. Use the same namespace and "
        "name, letter by letter."
    )
    source_url = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html"
    tags = ["resources", "cloudwatch", "logs"]
    bad = """
Resources:
  Filter:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: app
      FilterPattern: ERROR
      MetricTransformations: [{MetricNamespace: App, MetricName: ErrorCount, MetricValue: '1'}]
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: App
      MetricName: ErrorsCount
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 10
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("ErrorsCount", "ErrorCount")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the metrics that are looked at with those that filters make."""
        made = {
            f"{namespace.text} {name.text}"
            for item in model.of_type("AWS::Logs::MetricFilter")
            for metric in item.values("MetricTransformations.*")
            for namespace, name in metric.cases("MetricNamespace", "MetricName")
        }
        for use in metric_uses(model) if made else ():
            wanted = f"{use.namespace} {use.name}"
            folded = {name.lower(): name for name in made}
            if wanted not in made and not use.namespace.startswith("AWS/"):
                close = get_close_matches(wanted.lower(), folded, n=1, cutoff=0.92)
                if close:
                    yield Finding(
                        use.path,
                        f"no metric filter makes {wanted}{use.where}; one makes {folded[close[0]]}",
                    )
