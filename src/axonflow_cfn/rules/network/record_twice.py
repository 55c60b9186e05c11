"""E9427."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.dns import name, records
from axonflow_cfn.rule import DeployabilityRule, Finding


class RecordTwice(DeployabilityRule):
    """Two record sets of one name and type."""

    id = "E9427"
    shortdesc = "Two record sets have the same name and type"
    description = (
        "Route 53 refuses the second one: it tried to create a record set that already exists, "
        "or a CNAME beside other records. Merge their values, or give both a routing policy "
        "with a SetIdentifier."
    )
    source_url = (
        "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/"
        "resource-record-sets-values-shared.html"
    )
    tags = ["resources", "route53"]
    bad = """
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  One:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: www.example.com
      Type: A
      TTL: '300'
      ResourceRecords: [192.0.2.1]
  Two:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: www.example.com.
      Type: A
      TTL: '300'
      ResourceRecords: [192.0.2.2]
"""
    good = "Name: api.example.com.".join(bad.rsplit("Name: www.example.com.", 1))

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every two record sets of one zone."""
        found = [
            (full, kind, zone)
            for record, owner in records(model)
            for full, kind, identifier in record.cases("Name", "Type", "SetIdentifier")
            for zone in (*owner.values("HostedZoneId"), *owner.values("HostedZoneName"))
            if kind.text and identifier.absent and zone.parts
        ]
        for (one, kind, zone), (other, others_kind, others_zone) in combinations(found, 2):
            same = name(one) == name(other) and zone.parts == others_zone.parts
            known = UNKNOWN not in (*name(one), *zone.parts)
            clash = kind.text == others_kind.text or "CNAME" in {kind.text, others_kind.text}
            apart = one.path != other.path
            when = model.together(one, kind, zone, other, others_kind, others_zone)
            if same and known and clash and apart and when is not None:
                yield Finding(
                    other.path,
                    f"{one.shown} has a record of type {kind.shown} already; merge them",
                )
