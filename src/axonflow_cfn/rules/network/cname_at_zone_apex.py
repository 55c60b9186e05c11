"""E9424."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.dns import name, records, zones
from axonflow_cfn.rule import DeployabilityRule, Finding


class CnameAtZoneApex(DeployabilityRule):
    """An alias name where the zone itself is."""

    id = "E9424"
    shortdesc = "CNAME record has the name of its hosted zone"
    description = (
        "Route 53 refuses it: the top of a zone holds its SOA and NS records, beside which no "
        "CNAME can be. Use an A record with AliasTarget."
    )
    source_url = (
        "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/"
        "resource-record-sets-choosing-alias-non-alias.html"
    )
    tags = ["resources", "route53"]
    bad = """
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Record:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: example.com
      Type: CNAME
      TTL: '300'
      ResourceRecords: [www.example.org]
"""
    good = bad.replace("Name: example.com\n      Type", "Name: www.example.com\n      Type")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the name of each CNAME with that of its zone."""
        for record, owner in records(model):
            for full, kind in record.cases("Name", "Type"):
                start = owner.given(full.when)
                if kind.text != "CNAME" or start is None:
                    continue
                apexes = [apex for _, zone in zones(start) for apex in zone.values("Name")]
                for apex in (*apexes, *start.values("HostedZoneName")):
                    if name(full) == name(apex) and UNKNOWN not in name(full):
                        yield Finding(
                            kind.path,
                            f"{full.shown} is the zone itself, which can't be a CNAME; use an A "
                            "record "
                            "with AliasTarget",
                        )
