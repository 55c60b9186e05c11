"""E9420."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.endpoints import ENDPOINT
from axonflow_cfn.rule import DeployabilityRule, Finding


class PrivateDnsWithoutVpcDns(DeployabilityRule):
    """Private names in a VPC that does not resolve them."""

    id = "E9420"
    shortdesc = "VPC does not resolve the private DNS names that the template relies on"
    description = (
        "EC2 refuses an interface endpoint with private DNS in a VPC without both DNS "
        "attributes, and DNS host names without DNS support. EnableDnsHostnames is false "
        "unless stated."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.${AWS::Region}.logs
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
"""
    good = bad.replace("10.0.0.0/16}", "10.0.0.0/16, EnableDnsHostnames: true}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the attributes of each VPC, alone and with its endpoints."""
        for vpc in model.of_type("AWS::EC2::VPC"):
            for support, hosts in vpc.cases("EnableDnsSupport", "EnableDnsHostnames"):
                if support.flag is False and hosts.flag:
                    yield Finding(
                        support.path, "EnableDnsHostnames needs EnableDnsSupport; set both to true"
                    )
        for endpoint in model.of_type(ENDPOINT):
            for form, private, vpc_id in endpoint.cases(
                "VpcEndpointType", "PrivateDnsEnabled", "VpcId"
            ):
                vpc_used = vpc_id.follow("AWS::EC2::VPC")
                if form.text == "Interface" and private.flag and vpc_used:
                    for support, hosts in vpc_used.cases("EnableDnsSupport", "EnableDnsHostnames"):
                        if support.flag is False or hosts.absent or hosts.flag is False:
                            yield Finding(
                                private.path,
                                f"private DNS needs EnableDnsSupport and EnableDnsHostnames of "
                                f"{vpc_id.shown}; set both to true",
                            )
