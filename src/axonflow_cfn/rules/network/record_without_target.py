"""E9425."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dns import records
from axonflow_cfn.rule import DeployabilityRule, Finding

_ADDRESSES = (
    "AWS::CloudFront::Distribution",
    "AWS::ElasticLoadBalancing::LoadBalancer",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
)
"""What has addresses, and no other records."""


class RecordWithoutTarget(DeployabilityRule):
    """A record set that answers nothing."""

    id = "E9425"
    shortdesc = "Record set has neither a target nor what belongs to it"
    description = (
        "Route 53 refuses it: a record set has either AliasTarget, or ResourceRecords with "
        "TTL. Only record types of the target can be an alias: a load balancer, distribution "
        "or bucket has A and AAAA records."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-route53-recordset.html"
    )
    tags = ["resources", "route53"]
    bad = """
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Record:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: www.example.com
      Type: A
      ResourceRecords: [192.0.2.1]
"""
    good = bad.replace("Type: A\n", "Type: A\n      TTL: '300'\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each record set has and lacks."""
        for record, _ in records(model):
            for alias, answers, ttl, kind in record.cases(
                "AliasTarget", "ResourceRecords", "TTL", "Type"
            ):
                if not isinstance(record.data, dict):
                    continue
                if alias.absent and answers.absent:
                    yield Finding(
                        record.path, "record set has no target; give AliasTarget or ResourceRecords"
                    )
                elif alias.present and answers.present:
                    yield Finding(
                        answers.path, "record set has AliasTarget and ResourceRecords; remove one"
                    )
                elif answers.present and ttl.absent:
                    yield Finding(answers.path, "ResourceRecords need a TTL; add it")
                for target in alias.values("DNSName") if alias.present else ():
                    if target.follow(*_ADDRESSES) and kind.text not in {None, "A", "AAAA"}:
                        yield Finding(
                            kind.path,
                            f"an alias of {target.shown} is of type A or AAAA, not {kind.shown}",
                        )
