"""W9437."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding


class FunctionWithoutWayOut(DeployabilityRule):
    """A function in a public subnet, which gives it no way out."""

    id = "W9437"
    shortdesc = "Function stands in a public subnet and can not reach the internet"
    description = (
        "The network interfaces of a function never get a public address, so the internet gateway "
        "of a public subnet does not serve them: calls to the internet and to AWS time out. Use "
        "subnets behind a NAT gateway, or private ones with endpoints."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html"
    tags = ["resources", "lambda", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}
  Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0,
      GatewayId: !Ref Gateway}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Role: !ImportValue role
      VpcConfig: {SubnetIds: [!Ref Subnet], SecurityGroupIds: [sg-11111111]}
"""
    good = bad.replace("      GatewayId: !Ref Gateway}", "      NatGatewayId: nat-11111111}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the subnets of each function to their routes."""
        for function in model.of_type("AWS::Lambda::Function"):
            for subnet_id in function.values("VpcConfig.SubnetIds.*"):
                subnet = subnet_id.follow(SUBNET)
                if subnet and exits(subnet) == frozenset({"internet"}):
                    yield Finding(
                        subnet_id.path,
                        f"{subnet_id.shown} routes to an internet gateway, which does not serve "
                        "functions; use a subnet behind a NAT gateway",
                    )
