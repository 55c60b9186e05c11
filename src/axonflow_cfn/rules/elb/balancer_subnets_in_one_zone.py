"""E9226."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import BALANCER, subnets
from axonflow_cfn.model.vpc import SUBNET, zone
from axonflow_cfn.rule import DeployabilityRule, Finding


class BalancerSubnetsInOneZone(DeployabilityRule):
    """A load balancer with two subnets of one zone."""

    id = "E9226"
    shortdesc = "Load balancer has two subnets of one Availability Zone"
    description = (
        "Elastic Load Balancing refuses it: a load balancer takes one subnet of each zone, and "
        "an application load balancer needs two zones. Select another zone for one of the "
        "subnets."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateLoadBalancer.html"
    )
    tags = ["resources", "elb", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  One:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs '']}
  Two:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs '']}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, Subnets: [!Ref One, !Ref Two]}
"""
    good = "!Select [1".join(bad.rsplit("!Select [0", 1))

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the zones of every two subnets."""
        for balancer in model.of_type(BALANCER):
            for listed in subnets(balancer):
                found = [(value, value.follow(SUBNET)) for value in listed]
                for (_, one), (value, other) in combinations(found, 2):
                    if one and other and one != other and zone(one) and zone(one) == zone(other):
                        yield Finding(
                            value.path,
                            f"{one.logical_id} and {other.logical_id} are in one Availability "
                            "Zone; put them into two",
                        )
