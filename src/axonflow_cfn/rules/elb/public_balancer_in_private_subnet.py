"""W9227."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import BALANCER, subnets
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding


class PublicBalancerInPrivateSubnet(DeployabilityRule):
    """An internet-facing load balancer that the internet can not reach."""

    id = "W9227"
    shortdesc = "Internet-facing load balancer in a subnet without route to an internet gateway"
    description = (
        "The load balancer gets public addresses that nobody reaches, since the answers of its "
        "nodes in that subnet do not find the way out. Use subnets whose route table has a "
        "default route to an internet gateway, or the internal scheme."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "application-load-balancers.html"
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
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs '']}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Nat:
    Type: AWS::EC2::NatGateway
    DependsOn: [Attachment]
    Properties: {SubnetId: !ImportValue public, AllocationId: !ImportValue address}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Route:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref Nat
  OneTable:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref One}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    DependsOn: [Attachment]
    Properties: {Scheme: internet-facing, Subnets: [!Ref One, !Ref Two]}
"""
    good = bad.replace("Scheme: internet-facing", "Scheme: internal")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow each subnet of an internet-facing load balancer to its routes."""
        for balancer in model.of_type(BALANCER):
            for (scheme,) in balancer.cases("Scheme"):
                start = balancer.given(scheme.when)
                if start is None or not (scheme.absent or scheme.text == "internet-facing"):
                    continue
                for listed in subnets(start):
                    for value in listed:
                        subnet = value.follow(SUBNET)
                        found = exits(subnet) if subnet else None
                        if found is not None and "internet" not in found and "other" not in found:
                            yield Finding(
                                value.path,
                                f"internet-facing load balancer in {value.shown}, which has no "
                                "route to "
                                "an internet gateway; use a public subnet",
                            )
