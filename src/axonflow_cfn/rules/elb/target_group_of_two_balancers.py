"""E9222."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.load_balancers import TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding


class TargetGroupOfTwoBalancers(DeployabilityRule):
    """A target group behind two load balancers."""

    id = "E9222"
    shortdesc = "Target group is used by two load balancers"
    description = (
        "A target group belongs to at most one load balancer; the second listener is refused "
        "with TargetGroupAssociationLimit. Give each load balancer a target group of its own; "
        "an ECS service can be in several."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "load-balancer-target-groups.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Inner:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Outer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internet-facing, SubnetMappings: !ImportValue subnets}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Protocol: HTTP, Port: 80, VpcId: vpc-12345678}
  First:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Inner
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Second:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Outer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
"""
    good = bad.replace("!Ref Outer", "!Ref Inner").replace("Port: 80", "Port: 81", 2)

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Collect the load balancers of each target group."""
        for group in model.of_type(TARGET_GROUP):
            for one, other in combinations(load_balancers(group), 2):
                if one.logical_id != other.logical_id and one.given(other.when):
                    yield Finding(
                        group.path,
                        f"{group.logical_id} is used by {one.logical_id} and {other.logical_id}; "
                        "a target group can have one load balancer: add a second group",
                    )
