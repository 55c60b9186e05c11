"""E9416."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding

_PROPERTIES = ("ConnectivityType", "AvailabilityMode", "SubnetId", "AllocationId")


class NatGatewayInPrivateSubnet(DeployabilityRule):
    """A NAT gateway that has no way out itself."""

    id = "E9416"
    shortdesc = "NAT gateway stands in a subnet without route to an internet gateway"
    description = (
        "The gateway is created and passes nothing on: tasks that use it can not pull images. "
        "A public NAT gateway belongs in a subnet whose default route leads to an internet "
        "gateway, and needs an Elastic IP address (AllocationId)."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html"
    tags = ["resources", "ec2", "ecs"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Subnet}
  Nat:
    Type: AWS::EC2::NatGateway
    DependsOn: [Attachment]
    Properties: {SubnetId: !Ref Subnet, AllocationId: !ImportValue address}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat}
"""
    good = bad.replace(
        "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat}",
        "DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}",
    ).replace("::Route\n", "::Route\n    DependsOn: [Attachment]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the subnet of each public NAT gateway to its routes."""
        for gateway in model.of_type("AWS::EC2::NatGateway"):
            for kind, mode, subnet_id, address in gateway.cases(*_PROPERTIES):
                if not (kind.absent or kind.text == "public") or mode.present:
                    continue
                if address.absent:
                    yield Finding(address.path, "a public NAT gateway needs AllocationId; add it")
                subnet = subnet_id.follow(SUBNET)
                found = exits(subnet) if subnet else None
                if found is not None and not found & {"internet", "other"}:
                    yield Finding(
                        subnet_id.path,
                        f"{subnet_id.shown} has no route to an internet gateway; put the NAT "
                        "gateway "
                        "into a public subnet",
                    )
