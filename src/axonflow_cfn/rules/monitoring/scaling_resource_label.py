"""E9815."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.autoscaling import POLICY, TRACKING
from axonflow_cfn.rule import DeployabilityRule, Finding

_REQUESTS = "ALBRequestCountPerTarget"
_SPECIFICATION = f"{TRACKING}.PredefinedMetricSpecification"
_WHOLE = re.compile(r"app/[^/]+/[0-9a-f]+/targetgroup/[^/]+/[0-9a-f]+")


class ScalingResourceLabel(DeployabilityRule):
    """A ResourceLabel that is missing, in the wrong place or of the wrong form."""

    id = "E9815"
    shortdesc = "ResourceLabel of the scaling metric is missing, refused or malformed"
    description = (
        "ALBRequestCountPerTarget needs a ResourceLabel, and no other metric takes one. It is the "
        "LoadBalancerFullName, / and the TargetGroupFullName: app/<name>/<id>/targetgroup/<name>/"
        "<id>; ARNs do not fit. Application Auto Scaling refuses the policy."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_PredefinedMetricSpecification.html"
    )
    tags = ["resources", "applicationautoscaling", "elb"]
    bad = """
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: requests
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !ImportValue target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 500
        PredefinedMetricSpecification:
          PredefinedMetricType: ALBRequestCountPerTarget
"""
    good = (
        bad + "          ResourceLabel: app/web/778d41231b141a0f/targetgroup/web/943f017f100becff\n"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the label of each predefined metric."""
        for policy in model.of_type(POLICY):
            for specification in policy.values(_SPECIFICATION):
                for metric, label in specification.cases("PredefinedMetricType", "ResourceLabel"):
                    if metric.text == _REQUESTS:
                        fault = "is missing" if label.absent else _fault(label)
                        if fault:
                            yield Finding(
                                label.path,
                                f"ResourceLabel {fault}; write "
                                "${LoadBalancer.LoadBalancerFullName}/"
                                "${TargetGroup.TargetGroupFullName}",
                            )
                    elif metric.text and label.known:
                        yield Finding(
                            label.path, f"{metric.shown} takes no ResourceLabel; remove it"
                        )


def _fault(label: Value) -> str | None:
    if label.text is not None:
        return None if _WHOLE.fullmatch(label.text) else f"{label.shown} is malformed"
    references = [part for part in label.parts if isinstance(part, Reference)]
    for part in references:
        found = label.model.resources.get(part.logical_id)
        kind = found.type.rpartition("::")[2] if found else ""
        right = {"LoadBalancer": "LoadBalancerFullName", "TargetGroup": "TargetGroupFullName"}
        if kind in right and part.attribute != right[kind]:
            return f"{label.shown} holds {part.logical_id} in another form than {right[kind]}"
    attributes = [part.attribute for part in references]
    if attributes[:1] == ["TargetGroupFullName"]:
        return f"{label.shown} has the target group first"
    return None
