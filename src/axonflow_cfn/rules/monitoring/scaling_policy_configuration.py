"""E9817."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.autoscaling import POLICY, STEPS, TRACKING
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONFIGURATIONS = {
    "PredictiveScaling": "PredictiveScalingPolicyConfiguration",
    "StepScaling": STEPS,
    "TargetTrackingScaling": TRACKING,
}
_PREDEFINED, _CUSTOMIZED = "PredefinedMetricSpecification", "CustomizedMetricSpecification"


class ScalingPolicyConfiguration(DeployabilityRule):
    """A scaling policy without the configuration of its type."""

    id = "E9817"
    shortdesc = "Scaling policy lacks the configuration that its PolicyType needs"
    description = (
        "Each PolicyType has a configuration of its own and takes no other, and target tracking "
        "needs one metric, predefined or customized, with cooldowns of 0 or more. Application "
        "Auto Scaling refuses the policy. Give the one that fits."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html"
    )
    tags = ["resources", "applicationautoscaling"]
    bad = """
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: StepScaling
      ScalingTargetId: !ImportValue target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 70
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
"""
    good = bad.replace("PolicyType: StepScaling", "PolicyType: TargetTrackingScaling")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the type of each policy with what it configures."""
        for policy in model.of_type(POLICY):
            for kind, *given in policy.cases("PolicyType", *_CONFIGURATIONS.values()):
                for (name, key), value in zip(_CONFIGURATIONS.items(), given, strict=True):
                    if name == kind.text and value.absent:
                        yield Finding(kind.path, f"PolicyType {kind.shown} needs {key}")
                    elif kind.text in _CONFIGURATIONS and name != kind.text and value.known:
                        yield Finding(value.path, f"{key} does not go with PolicyType {kind.shown}")
            for tracking in policy.values(TRACKING):
                yield from _metrics(tracking)


def _metrics(tracking: Value) -> Iterator[Finding]:
    for predefined, customized in tracking.cases(_PREDEFINED, _CUSTOMIZED):
        if predefined.known and customized.known:
            yield Finding(
                customized.path, f"{_PREDEFINED} and {_CUSTOMIZED} exclude each other; keep one"
            )
        elif predefined.absent and customized.absent:
            yield Finding(tracking.path, f"target tracking needs {_PREDEFINED} or {_CUSTOMIZED}")
    for key in ("ScaleInCooldown", "ScaleOutCooldown"):
        for value in tracking.values(key):
            if value.number is not None and value.number < 0:
                yield Finding(value.path, f"{key} is {value.shown}; it is 0 or more")
