"""E9816."""

from collections.abc import Iterator
from itertools import pairwise
from math import inf

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.autoscaling import POLICY, STEPS
from axonflow_cfn.rule import DeployabilityRule, Finding

Interval = tuple[float, float]


class StepAdjustmentsConflict(DeployabilityRule):
    """Step adjustments that overlap or leave gaps."""

    id = "E9816"
    shortdesc = "Step adjustments overlap, leave a gap or are empty"
    description = (
        "Every value of the metric must fall into one step: bounds in order, no overlap and no gap "
        "between steps, at most one step without a lower bound and one without an upper bound. "
        "ExactCapacity takes no negative adjustment, and MinAdjustmentMagnitude goes with "
        "PercentChangeInCapacity. Application Auto Scaling refuses the policy otherwise."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepAdjustment.html"
    )
    tags = ["resources", "applicationautoscaling"]
    bad = """
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: steps
      PolicyType: StepScaling
      ScalingTargetId: !ImportValue target
      StepScalingPolicyConfiguration:
        AdjustmentType: ChangeInCapacity
        StepAdjustments:
          - {MetricIntervalLowerBound: 0, ScalingAdjustment: 1}
          - {MetricIntervalLowerBound: 20, ScalingAdjustment: 2}
"""
    good = bad.replace(
        "LowerBound: 0, Scaling", "LowerBound: 0, MetricIntervalUpperBound: 20, Scaling"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the steps of each policy."""
        for policy in model.of_type(POLICY):
            for configuration in policy.values(STEPS):
                for (listed,) in configuration.cases("StepAdjustments"):
                    for steps in listed.elements():
                        fault = _fault(steps)
                        if fault:
                            yield Finding(listed.path, f"StepAdjustments: {fault}")
                yield from _kind(configuration)


def _fault(steps: tuple[Value, ...]) -> str | None:
    if not steps:
        return "at least one is needed"
    intervals = [_interval(step) for step in steps]
    known = sorted(interval for interval in intervals if interval)
    if len(known) != len(intervals):
        return None
    for low, high in known:
        if low >= high:
            return f"the lower bound {low:g} is not below the upper bound {high:g}"
    for (_, end), (start, _) in pairwise(known):
        if start < end:
            return f"two steps overlap from {start:g}; give the first an upper bound"
        if start > end:
            return f"no step covers {end:g} to {start:g}"
    return None


def _interval(step: Value) -> Interval | None:
    """The bounds of a step; None if they are not known, or can be several."""
    cases = list(step.cases("MetricIntervalLowerBound", "MetricIntervalUpperBound"))
    if len(cases) != 1:
        return None
    low, high = cases[0]
    start = -inf if low.absent else low.number
    end = inf if high.absent else high.number
    return None if start is None or end is None else (start, end)


def _kind(configuration: Value) -> Iterator[Finding]:
    for kind, least in configuration.cases("AdjustmentType", "MinAdjustmentMagnitude"):
        under = configuration.given(kind.when)
        if kind.text in {"ChangeInCapacity", "ExactCapacity"} and least.known:
            yield Finding(
                least.path,
                f"MinAdjustmentMagnitude goes with PercentChangeInCapacity, not {kind.shown}",
            )
        if kind.text == "ExactCapacity" and under:
            for change in under.values("StepAdjustments.*.ScalingAdjustment"):
                if (change.number or 0) < 0:
                    yield Finding(
                        change.path, f"ExactCapacity takes no negative number, got {change.shown}"
                    )
