"""W9861."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.metric_uses import metric_uses
from axonflow_cfn.model.metrics import DIMENSION_SOURCES
from axonflow_cfn.model.values import show
from axonflow_cfn.rule import DeployabilityRule, Finding

_TYPES = {kind for sources in DIMENSION_SOURCES.values() for kind in sources}


class DimensionValueIsNoName(DeployabilityRule):
    """A dimension with the ARN where the metric has a name, or with another resource."""

    id = "W9861"
    shortdesc = "Dimension holds something else than the metric is published under"
    description = (
        "CloudWatch finds a metric only under exactly the values it was published with: of a load "
        "balancer LoadBalancerFullName, of a target group TargetGroupFullName, of an ECS service "
        "its Name, of a queue QueueName. The Ref of each of these is an ARN or URL, so the alarm "
        "or graph never sees a value."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HTTPCode_ELB_5XX_Count
      Dimensions: [{Name: LoadBalancer, Value: !Ref Balancer}]
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 10
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("!Ref Balancer", "!GetAtt Balancer.LoadBalancerFullName")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the dimensions that refer to resources of the template."""
        for use in metric_uses(model):
            for key, value in use.dimensions or ():
                problem = _problem(DIMENSION_SOURCES.get((use.namespace, key), {}), value)
                if problem:
                    path = use.path if use.where else value.path
                    yield Finding(path, f"dimension {key}{use.where} is {problem}")


def _problem(sources: dict[str, tuple[str | None, ...]], value: Value) -> str:
    resource = value.follow(*_TYPES)
    if not sources or resource is None or value.reference is None:
        return ""
    shown = show(value.reference)
    if resource.type not in sources:
        return f"{shown} of {resource.type}; it takes {' or '.join(sources)}"
    right = sources[resource.type]
    if value.reference.attribute in right:
        return ""
    name = resource.logical_id
    wanted = f"!GetAtt {name}.{right[0]}" if right[0] else f"!Ref {name}"
    return f"{shown}, which is not what the metric is published under; use {wanted}"
