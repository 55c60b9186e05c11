"""E9050."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_MINIMUM = "UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService"


class RollingUpdateLeavesNoRoom(DeployabilityRule):
    """A rolling update that must keep as many instances as the group may have."""

    id = "E9050"
    shortdesc = "Rolling update keeps as many instances as the group may have"
    description = (
        "A rolling update replaces instances while MinInstancesInService of them stay, so that "
        "number must be below MaxSize; else every update of the group fails. Lower it, or raise "
        "MaxSize."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-updatepolicy.html"
    )
    tags = ["resources", "autoscaling"]
    bad = """
Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {MinInstancesInService: 2}}
    Properties: {MinSize: '2', MaxSize: '2'}
"""
    good = bad.replace("MaxSize: '2'", "MaxSize: '3'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare both numbers where they are known."""
        for group in model.of_type("AWS::AutoScaling::AutoScalingGroup"):
            for kept, most in group.body.cases(_MINIMUM, "Properties.MaxSize"):
                if kept.number and most.number is not None and kept.number >= most.number:
                    yield Finding(
                        kept.path,
                        f"MinInstancesInService {kept.shown} is not below MaxSize {most.shown}; "
                        "lower it or raise MaxSize",
                    )
