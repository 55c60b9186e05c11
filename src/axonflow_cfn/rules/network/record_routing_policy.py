"""E9428."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dns import records
from axonflow_cfn.rule import DeployabilityRule, Finding

_POLICIES = (
    "CidrRoutingConfig", "Failover", "GeoLocation", "GeoProximityLocation", "MultiValueAnswer",
    "Region", "Weight",
)  # fmt: skip
_HEAVIEST = 255


class RecordRoutingPolicy(DeployabilityRule):
    """A routing policy that is not one."""

    id = "E9428"
    shortdesc = "Record set has no, or no complete, routing policy"
    description = (
        "Route 53 refuses it: SetIdentifier and exactly one of Weight, Region, Failover, "
        "GeoLocation, MultiValueAnswer and the like go together. Failover is PRIMARY or "
        "SECONDARY, a weight 0 to 255."
    )
    source_url = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html"
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
      TTL: '300'
      ResourceRecords: [192.0.2.1]
      Weight: 10
"""
    good = bad + "      SetIdentifier: blue\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count the policies of each record set."""
        for record, _ in records(model):
            if not isinstance(record.data, dict):
                continue
            for identifier, *values in record.cases("SetIdentifier", *_POLICIES):
                named = [
                    n
                    for n, v in zip(_POLICIES, values, strict=True)
                    if v.present and v.flag is not False
                ]
                if named and identifier.absent:
                    yield Finding(record.path, f"{named[0]} needs a SetIdentifier; add it")
                elif identifier.present and len(named) != 1:
                    wanted = ", ".join(named) or "none"
                    yield Finding(
                        identifier.path,
                        f"SetIdentifier needs exactly one routing policy, this record has {wanted}",
                    )
            for weight in record.values("Weight"):
                if weight.number is not None and not 0 <= weight.number <= _HEAVIEST:
                    yield Finding(weight.path, f"Weight {weight.shown} must be 0 to {_HEAVIEST}")
            for failover in record.values("Failover"):
                if failover.text not in {None, "PRIMARY", "SECONDARY"}:
                    yield Finding(
                        failover.path, f"Failover {failover.shown} must be PRIMARY or SECONDARY"
                    )
