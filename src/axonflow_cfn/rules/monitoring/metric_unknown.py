"""W9860."""

from collections.abc import Iterator
from difflib import get_close_matches

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.metric_uses import MetricUse, metric_uses
from axonflow_cfn.model.metrics import METRICS
from axonflow_cfn.rule import DeployabilityRule, Finding

_NAMESPACES = {name.lower(): name for name in METRICS} | {
    "aws/alb": "AWS/ApplicationELB",
    "aws/nlb": "AWS/NetworkELB",
    "aws/containerinsights": "ECS/ContainerInsights",
    "aws/ecs/containerinsights": "ECS/ContainerInsights",
    "aws/cloudwatchlogs": "AWS/Logs",
}


class MetricUnknown(DeployabilityRule):
    """A metric that its service does not publish under this name."""

    id = "W9860"
    shortdesc = "Metric does not exist under this name in this namespace"
    description = (
        "CloudWatch accepts any name of a metric, so the alarm or graph is created and never sees "
        "a value: an alarm stays in INSUFFICIENT_DATA, a scaling policy does nothing. Names are "
        "case-sensitive: it is UnHealthyHostCount, and RunningTaskCount is in "
        "ECS/ContainerInsights, not in AWS/ECS."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/"
        "aws-services-cloudwatch-metrics.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Unhealthy:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: UnhealthyHostCount
      Dimensions:
        - {Name: LoadBalancer, Value: app/a/1}
        - {Name: TargetGroup, Value: targetgroup/a/1}
      Statistic: Maximum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 0
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("UnhealthyHostCount", "UnHealthyHostCount")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare with what the services publish, and say what may be meant."""
        for use in metric_uses(model):
            meant = _meant(use)
            if meant:
                yield Finding(
                    use.path,
                    f"{use.namespace} has no metric {use.name}{use.where}; did you mean {meant}?",
                )


def _meant(use: MetricUse) -> str:
    """The likeliest correction; '' if the metric exists or may exist."""
    names = METRICS.get(use.namespace)
    if names is None:
        right = _NAMESPACES.get(use.namespace.lower())
        return f"namespace {right}" if right else ""
    if use.name in names:
        return ""
    by_letters = {name.lower(): name for name in names}
    close = get_close_matches(use.name.lower(), by_letters, n=1, cutoff=0.75)
    if close:
        return by_letters[close[0]]
    others = sorted(other for other, known in METRICS.items() if use.name in known)
    return f"namespace {' or '.join(others)}" if others else ""
