"""W9821."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.autoscaling import POLICY
from axonflow_cfn.model.questions import where
from axonflow_cfn.model.template import mentions
from axonflow_cfn.rule import DeployabilityRule, Finding


class StepPolicyWithoutAlarm(DeployabilityRule):
    """A step scaling policy that nothing sets off."""

    id = "W9821"
    shortdesc = "No alarm triggers the step scaling policy"
    description = (
        "A step scaling policy acts only when an alarm has it among its AlarmActions; without one "
        "the service never scales. Add !Ref of the policy to the AlarmActions of an alarm."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/userguide/"
        "create-step-scaling-policy-cli.html"
    )
    tags = ["resources", "applicationautoscaling", "cloudwatch"]
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
        StepAdjustments: [{MetricIntervalLowerBound: 0, ScalingAdjustment: 1}]
"""
    good = (
        bad
        + """  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!Ref Policy]
      Namespace: App
      MetricName: Load
      Statistic: Average
      Period: 60
      EvaluationPeriods: 3
      Threshold: 70
      ComparisonOperator: GreaterThanThreshold
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for step policies that nothing in the template, outputs included, mentions."""
        exported = {mention.name for mention in mentions(model.template.get("Outputs"))}
        for policy in model.of_type(POLICY):
            used = policy.logical_id in exported or model.users_of(policy.logical_id)
            for _ in where(policy, "PolicyType", "StepScaling") if not used else ():
                yield Finding(
                    policy.path,
                    f"no alarm has {policy.logical_id} in AlarmActions, so it never acts",
                )
