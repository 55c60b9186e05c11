"""W9862."""

from collections.abc import Iterator
from difflib import get_close_matches

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.metric_uses import MetricUse, metric_uses
from axonflow_cfn.model.metrics import DIMENSIONS, METRICS, REQUIRED_DIMENSIONS
from axonflow_cfn.rule import DeployabilityRule, Finding

_KNOWN = {name for names in DIMENSIONS.values() for name in names}


class DimensionsNotPublished(DeployabilityRule):
    """A set of dimensions under which the metric is not published."""

    id = "W9862"
    shortdesc = "Metric is not published with these dimensions"
    description = (
        "CloudWatch does not sum up over dimensions that are left out: HealthyHostCount exists for "
        "a target group together with its load balancer, RunningTaskCount for a service together "
        "with its cluster, and for nothing less. The alarm or graph never sees a value. Give the "
        "dimensions that the service's guide lists, spelled as there."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Down:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HealthyHostCount
      Dimensions: [{Name: LoadBalancer, Value: !GetAtt Balancer.LoadBalancerFullName}]
      Statistic: Maximum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 1
      ComparisonOperator: LessThanThreshold
"""
    good = bad.replace(
        "LoadBalancerFullName}]",
        "LoadBalancerFullName}, {Name: TargetGroup, Value: targetgroup/a/1}]",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the names of the dimensions with those that are published."""
        for use in metric_uses(model):
            for problem in _problems(use):
                yield Finding(use.path, f"{use.namespace} {use.name}{use.where} {problem}")


def _problems(use: MetricUse) -> Iterator[str]:
    known = DIMENSIONS.get(use.namespace)
    if known is None or use.dimensions is None or use.name not in METRICS[use.namespace]:
        return
    given = {key for key, _ in use.dimensions}
    wrong = []
    for key in sorted(given - known):
        close = get_close_matches(key, sorted(known), n=1, cutoff=0.7)
        if close or key in _KNOWN:
            wrong.append(key)
            yield f"has no dimension {key}{f'; did you mean {close[0]}?' if close else ''}"
    keys = [(use.namespace, use.name), (use.namespace, "*")]
    needed = next((REQUIRED_DIMENSIONS[key] for key in keys if key in REQUIRED_DIMENSIONS), ())
    if needed and not wrong and not any(names <= given for names in needed):
        options = " or ".join(" with ".join(sorted(names)) for names in needed)
        yield f"is published per {options}; give {'it' if len(needed) == 1 else 'one of these'}"
