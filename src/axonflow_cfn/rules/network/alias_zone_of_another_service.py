"""E9426."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.dns import records
from axonflow_cfn.rule import DeployabilityRule, Finding

_KINDS = {
    "AWS::CloudFront::Distribution": "",
    "AWS::ElasticLoadBalancing::LoadBalancer": "CanonicalHostedZoneNameID",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "CanonicalHostedZoneID",
}
"""Targets whose zone is known, and the attribute that names it."""
_CONSTANT = {"Z2FDTNDATAQYW2", "Z2BJ6XQ5FK7U4H"}
"""The zones of CloudFront and of Global Accelerator."""


class AliasZoneOfAnotherService(DeployabilityRule):
    """An alias that names the zone of something else."""

    id = "E9426"
    shortdesc = "Alias record names the hosted zone of something else"
    description = (
        "Route 53 refuses it, or does not find the target there: HostedZoneId of an "
        "AliasTarget is the zone that the target's own name lies in, never the zone of the "
        "record. For a load balancer that is GetAtt CanonicalHostedZoneID, for CloudFront "
        "always Z2FDTNDATAQYW2."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-route53-recordset-aliastarget.html"
    )
    tags = ["resources", "route53", "elb"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Record:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: www.example.com
      Type: A
      AliasTarget:
        HostedZoneId: Z0123456789
        DNSName: !GetAtt Balancer.DNSName
"""
    good = "!GetAtt Balancer.CanonicalHostedZoneID".join(bad.rsplit("Z0123456789", 1))

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the zone of each alias with its target, and with the zone of the record."""
        for record, owner in records(model):
            for alias in record.values("AliasTarget"):
                for target, zone in alias.cases("DNSName", "HostedZoneId"):
                    resource = target.follow(*_KINDS)
                    start = owner.given(zone.when)
                    own = [v.parts for v in start.values("HostedZoneId")] if start else []
                    if resource is None or not zone.parts or UNKNOWN in zone.parts:
                        continue
                    front = resource.type == "AWS::CloudFront::Distribution"
                    right = "Z2FDTNDATAQYW2" if front else f"GetAtt {_KINDS[resource.type]}"
                    if (
                        zone.parts in own
                        or (front and zone.text not in {None, "Z2FDTNDATAQYW2"})
                        or (not front and zone.text in _CONSTANT)
                    ):
                        yield Finding(
                            zone.path,
                            f"HostedZoneId {zone.shown} is not that of {target.shown}; use {right}",
                        )
