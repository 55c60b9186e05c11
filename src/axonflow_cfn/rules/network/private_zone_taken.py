"""E9429."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.dns import ZONE, name
from axonflow_cfn.rule import DeployabilityRule, Finding

_VPCS = {
    ZONE: "VPCs.*.VPCId",
    "AWS::ServiceDiscovery::PrivateDnsNamespace": "Vpc",
}
"""Where a private zone names its VPCs."""


class PrivateZoneTaken(DeployabilityRule):
    """Two private zones of one name in one VPC."""

    id = "E9429"
    shortdesc = "Two private zones of the same name in one VPC"
    description = (
        "Route 53 refuses the second one with ConflictingDomainExists. A Cloud Map private "
        "namespace creates a private hosted zone of its own name. Choose another name, or put "
        "the records into the one zone."
    )
    source_url = (
        "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/"
        "hosted-zone-private-considerations.html"
    )
    tags = ["resources", "route53", "servicediscovery"]
    bad = """
Parameters:
  VpcId: {Type: AWS::EC2::VPC::Id}
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {Name: app.internal, VPCs: [{VPCId: !Ref VpcId, VPCRegion: !Ref AWS::Region}]}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: app.internal, Vpc: !Ref VpcId}
"""
    good = bad.replace("Name: app.internal, Vpc:", "Name: services.app.internal, Vpc:")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every two private zones and namespaces."""
        found = [
            (zone, full, vpc)
            for kind, path in _VPCS.items()
            for zone in model.of_type(kind)
            for full in zone.values("Name")
            for vpc in zone.values(path)
            if name(full) and vpc.parts
        ]
        for (first, one, its), (second, other, others) in combinations(found, 2):
            same = name(one) == name(other) and its.parts == others.parts
            known = UNKNOWN not in (*name(one), *its.parts)
            distinct = first.logical_id != second.logical_id
            if same and known and distinct and model.together(one, its, other, others):
                yield Finding(
                    other.path,
                    f"{first.logical_id} is a zone {one.shown} in the same VPC; use another name",
                )
