"""W9433."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import BALANCER, subnets
from axonflow_cfn.model.vpc import SUBNET, attachments_of, vpcs
from axonflow_cfn.rule import DeployabilityRule, Finding


class PublicBalancerBeforeAttachment(DeployabilityRule):
    """An internet-facing load balancer that may come before the internet gateway."""

    id = "W9433"
    shortdesc = "Internet-facing load balancer does not wait for the gateway attachment"
    description = (
        "Elastic Load Balancing refuses an internet-facing load balancer in a VPC without "
        "attached internet gateway. CloudFormation does not know that order; usually the "
        "subnets take longer, now and then they do not. Name the VPCGatewayAttachment in "
        "DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-dependson.html"
    )
    tags = ["resources", "ec2", "elb"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  One: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Two: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internet-facing, Subnets: [!Ref One, !Ref Two]}
"""
    good = bad.replace("::LoadBalancer\n", "::LoadBalancer\n    DependsOn: [Attachment]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the attachment among all that each load balancer waits for."""
        for balancer in model.of_type(BALANCER):
            before = model.waits_for(balancer.logical_id)
            for (scheme,) in balancer.cases("Scheme"):
                start = balancer.given(scheme.when)
                if start is None or not (scheme.absent or scheme.text == "internet-facing"):
                    continue
                found = [value.follow(SUBNET) for listed in subnets(start) for value in listed]
                used = [vpc.reference for subnet in found if subnet for vpc in vpcs(subnet)]
                attachments = {a for vpc in used if vpc for a in attachments_of(model, vpc)}
                if attachments and attachments.isdisjoint(before):
                    names = " or ".join(sorted(attachments))
                    yield Finding(
                        balancer.path,
                        f"{balancer.logical_id} must wait for {names}; add it to DependsOn",
                    )
