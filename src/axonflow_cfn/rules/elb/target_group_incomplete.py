"""E9223."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding

_NEEDED = ("VpcId", "Port", "Protocol")


class TargetGroupIncomplete(DeployabilityRule):
    """A target group that lacks what all but Lambda need."""

    id = "E9223"
    shortdesc = "Target group has no VpcId, Port or Protocol"
    description = (
        "Elastic Load Balancing refuses it: targets by instance, which is the default "
        "TargetType, by IP address and by load balancer need all three; only Lambda targets do "
        "without."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateTargetGroup.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: 80}
"""
    good = bad.replace("Port: 80", "Port: 80, VpcId: vpc-12345678")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at groups of the default type that have some; cfn-lint knows the other types."""
        for group in model.of_type(TARGET_GROUP):
            for kind, *values in group.cases("TargetType", *_NEEDED):
                for name, value in zip(_NEEDED, values, strict=True):
                    some = any(v.present for v in values)
                    if kind.absent and value.absent and some:
                        yield Finding(
                            value.path,
                            f"{group.logical_id} has targets by instance and no {name}; add it",
                        )
