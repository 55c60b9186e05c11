"""W9818."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.autoscaling import POLICY, TRACKING
from axonflow_cfn.rule import DeployabilityRule, Finding

_FULL = 100
_PERCENTAGES = ("Utilization", "UtilizationHighResolution", "Percentage")


class ScalingTargetValue(DeployabilityRule):
    """A target that the metric can't reach."""

    id = "W9818"
    shortdesc = "Target of a utilization metric is not between 0 and 100 percent"
    description = (
        "Utilization is a percentage. A target above 100 is hardly ever reached, so the service "
        "does not scale out under load; one of 0 or less makes it grow to MaxCapacity and stay. "
        "Choose a percentage, such as 70."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_TargetTrackingScalingPolicyConfiguration.html"
    )
    tags = ["resources", "applicationautoscaling"]
    bad = """
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !ImportValue target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 700
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
"""
    good = bad.replace("700", "70")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the target of each percentage; at 0 and less also of other metrics."""
        for policy in model.of_type(POLICY):
            for target, metric in policy.cases(
                f"{TRACKING}.TargetValue",
                f"{TRACKING}.PredefinedMetricSpecification.PredefinedMetricType",
            ):
                percentage = (metric.text or "").endswith(_PERCENTAGES)
                number = target.number
                if number is None or not metric.text:
                    continue
                if number <= 0 or (percentage and number > _FULL):
                    unit = "a percentage from 1 to 100" if percentage else "a number above 0"
                    yield Finding(
                        target.path, f"TargetValue {target.shown} is not {unit} ({metric.shown})"
                    )
