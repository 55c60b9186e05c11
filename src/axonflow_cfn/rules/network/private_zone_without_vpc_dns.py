"""W9421."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_VPCS = {
    "AWS::Route53::HostedZone": "VPCs.*.VPCId",
    "AWS::ServiceDiscovery::PrivateDnsNamespace": "Vpc",
}
"""Where a private zone names its VPCs."""


class PrivateZoneWithoutVpcDns(DeployabilityRule):
    """A private zone in a VPC whose DNS is off."""

    id = "W9421"
    shortdesc = "Private hosted zone or namespace in a VPC without its DNS attributes"
    description = (
        "Names of the zone do not resolve, so services do not find each other. Set "
        "EnableDnsSupport and EnableDnsHostnames of the VPC to true; the second is false "
        "unless stated."
    )
    source_url = (
        "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/"
        "hosted-zone-private-considerations.html"
    )
    tags = ["resources", "route53", "servicediscovery", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: !Ref Vpc}
"""
    good = bad.replace("10.0.0.0/16}", "10.0.0.0/16, EnableDnsHostnames: true}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the attributes of the VPC of each zone and namespace."""
        for kind, path in _VPCS.items():
            for zone in model.of_type(kind):
                for vpc_id in zone.values(path):
                    yield from _attributes(vpc_id)


def _attributes(vpc_id: Value) -> Iterator[Finding]:
    vpc = vpc_id.follow("AWS::EC2::VPC")
    for support, hosts in vpc.cases("EnableDnsSupport", "EnableDnsHostnames") if vpc else ():
        if support.flag is False or hosts.absent or hosts.flag is False:
            yield Finding(
                vpc_id.path,
                f"private names need EnableDnsSupport and EnableDnsHostnames of {vpc_id.shown}; "
                "set both to true",
            )
