"""E9412."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_BLOCKS = ("AWS::EC2::Subnet", "AWS::EC2::VPC", "AWS::EC2::VPCCidrBlock")
_LARGEST = 16
_SMALLEST = 28


class NetmaskRefused(DeployabilityRule):
    """A network larger or smaller than a VPC can have."""

    id = "E9412"
    shortdesc = "Netmask of a VPC or subnet is not /16 to /28"
    description = (
        "EC2 refuses an IPv4 block of a VPC or a subnet that is larger than /16 or smaller "
        "than /28."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/30}}
"""
    good = bad.replace("/30", "/24")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the netmask of each block."""
        for resource in model.of_type(*_BLOCKS):
            for block in resource.values("CidrBlock"):
                mask = (block.text or "").rpartition("/")[2]
                if mask.isdecimal() and not _LARGEST <= int(mask) <= _SMALLEST:
                    yield Finding(
                        block.path,
                        f"CidrBlock {block.shown} must have a netmask from /{_LARGEST} to "
                        f"/{_SMALLEST}",
                    )
