"""E9413."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.vpc import SUBNET, attachments_of, vpcs
from axonflow_cfn.rule import DeployabilityRule, Finding


class GatewayUsedBeforeAttachment(DeployabilityRule):
    """Something that needs the internet gateway before it is attached."""

    id = "E9413"
    shortdesc = "Resource needs the internet gateway but does not wait for its attachment"
    description = (
        "CloudFormation does not know that a route to the gateway, or a NAT gateway, needs it "
        "attached to the VPC, and may create them first: now and then they fail with 'network is "
        "not attached to any internet gateway'. Name the VPCGatewayAttachment in DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-dependson.html"
    )
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
"""
    good = bad.replace("::Route\n", "::Route\n    DependsOn: [Attachment]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the attachment among all that each resource waits for."""
        for route in model.of_type("AWS::EC2::Route"):
            yield from _route(route)
        for nat in model.of_type("AWS::EC2::NatGateway"):
            for kind, subnet in nat.cases("ConnectivityType", "SubnetId"):
                if kind.absent or kind.text == "public":
                    yield from _in_subnet(nat, subnet.follow(SUBNET))


def _route(route: Resource) -> Iterator[Finding]:
    for gateway in route.values("GatewayId"):
        if gateway.follow("AWS::EC2::InternetGateway") and gateway.reference:
            attachments = attachments_of(route.model, gateway.reference)
            yield from _late(route, attachments)
            if not attachments:
                yield Finding(
                    gateway.path,
                    f"{gateway.shown} is attached to no VPC; add an AWS::EC2::VPCGatewayAttachment",
                )


def _in_subnet(resource: Resource, subnet: Resource | None) -> Iterator[Finding]:
    for vpc in vpcs(subnet) if subnet else ():
        if vpc.reference:
            yield from _late(resource, attachments_of(resource.model, vpc.reference))


def _late(resource: Resource, attachments: set[str]) -> Iterator[Finding]:
    if attachments and attachments.isdisjoint(resource.model.waits_for(resource.logical_id)):
        yield Finding(
            resource.path,
            f"{resource.logical_id} must wait for {' or '.join(sorted(attachments))}; add it to "
            "DependsOn",
        )
