"""E9814."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.autoscaling import METRIC_SERVICES, POLICY, TARGET, TRACKING
from axonflow_cfn.rule import DeployabilityRule, Finding

_METRIC = f"{TRACKING}.PredefinedMetricSpecification.PredefinedMetricType"


class ScalingMetricOfAnotherService(DeployabilityRule):
    """A predefined metric that the scaled resource does not have."""

    id = "E9814"
    shortdesc = "Predefined scaling metric does not exist for the scaled service"
    description = (
        "Each predefined metric belongs to one kind of resource: ECSServiceAverageCPUUtilization "
        "to ECS services, RDSReaderAverageCPUUtilization to Aurora clusters, and so on; names of "
        "EC2 Auto Scaling (ASGAverageCPUUtilization) do not exist here. Application Auto Scaling "
        "refuses the policy."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_PredefinedMetricSpecification.html"
    )
    tags = ["resources", "applicationautoscaling"]
    bad = """
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: service/main/web
      MinCapacity: 2
      MaxCapacity: 5
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 70
        PredefinedMetricSpecification: {PredefinedMetricType: RDSReaderAverageCPUUtilization}
"""
    good = bad.replace("RDSReaderAverage", "ECSServiceAverage")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each metric with the namespace of its policy or target."""
        for policy in model.of_type(POLICY):
            for metric in policy.values(_METRIC):
                under = policy.given(metric.when)
                services = METRIC_SERVICES.get(metric.text or "")
                if metric.text and services is None:
                    yield Finding(
                        metric.path, f"there is no predefined scaling metric {metric.shown}"
                    )
                elif services and under:
                    for namespace in sorted(set(_namespaces(under)) - set(services)):
                        yield Finding(
                            metric.path,
                            f"{metric.shown} is a metric of {' and '.join(services)}, not of "
                            f"{namespace}",
                        )


def _namespaces(policy: Resource) -> Iterator[str]:
    for own in policy.values("ServiceNamespace"):
        if own.text:
            yield own.text
    for target in policy.values("ScalingTargetId"):
        scaled = target.follow(TARGET)
        for theirs in scaled.values("ServiceNamespace") if scaled else ():
            if theirs.text:
                yield theirs.text
