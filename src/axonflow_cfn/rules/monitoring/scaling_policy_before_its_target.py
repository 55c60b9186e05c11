"""E9820."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.autoscaling import POLICY, TARGET
from axonflow_cfn.rule import DeployabilityRule, Finding


class ScalingPolicyBeforeItsTarget(DeployabilityRule):
    """A scaling policy that does not wait for the target it scales."""

    id = "E9820"
    shortdesc = "Scaling policy does not wait for its scalable target"
    description = (
        "With ResourceId instead of ScalingTargetId CloudFormation creates policy and target at "
        "the same time, and the policy fails with 'No scalable target registered'. Use "
        "ScalingTargetId: !Ref Target, or add the target to DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-applicationautoscaling-scalingpolicy.html"
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
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: service/main/web
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 70
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
"""
    good = bad.replace("ScalingPolicy\n", "ScalingPolicy\n    DependsOn: [Target]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for a target with the same id that the policy does not wait for."""
        targets = model.of_type(TARGET)
        for policy in model.of_type(POLICY):
            before = model.waits_for(policy.logical_id)
            for own, dimension in policy.cases("ResourceId", "ScalableDimension"):
                for target in targets:
                    same = any(
                        own.equals(theirs) and theirs_too.text == dimension.text
                        for theirs, theirs_too in target.cases("ResourceId", "ScalableDimension")
                    )
                    if same and target.logical_id not in before:
                        yield Finding(
                            own.path,
                            f"the policy does not wait for {target.logical_id}; use "
                            f"ScalingTargetId: !Ref {target.logical_id}",
                        )
