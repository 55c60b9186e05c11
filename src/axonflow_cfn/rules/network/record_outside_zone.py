"""E9423."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dns import records, within, zones
from axonflow_cfn.rule import DeployabilityRule, Finding


class RecordOutsideZone(DeployabilityRule):
    """A record whose name does not lie in its zone."""

    id = "E9423"
    shortdesc = "Record name does not lie in its hosted zone"
    description = (
        "Route 53 refuses it: RRSet with DNS name is not permitted in the zone. A name without "
        "last dot is not completed by the name of the zone. Give the full name."
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
      Name: www
      Type: A
      TTL: '300'
      ResourceRecords: [192.0.2.1]
"""
    good = bad.replace("Name: www", "Name: www.example.com")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each record with the name of its zone."""
        for record, owner in records(model):
            for name in record.values("Name"):
                start = owner.given(name.when)
                for _, zone in zones(start) if start else ():
                    for apex in zone.values("Name"):
                        if within(name, apex) is False:
                            yield Finding(
                                name.path,
                                f"{name.shown} does not lie in the hosted zone {apex.shown}; give "
                                "the "
                                "full name",
                            )
                for apex in start.values("HostedZoneName") if start else ():
                    if within(name, apex) is False:
                        yield Finding(
                            name.path,
                            f"{name.shown} does not lie in the hosted zone {apex.shown}; give the "
                            "full name",
                        )
