"""E9235."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.dns import ZONE, public, within
from axonflow_cfn.rule import DeployabilityRule, Finding


class CertificateValidatedInWrongZone(DeployabilityRule):
    """A validation record that ACM will never see."""

    id = "E9235"
    shortdesc = "Certificate is validated in a hosted zone that can not prove it"
    description = (
        "ACM looks the validation record up in the public DNS. A record in a private hosted "
        "zone, or in a zone that the name does not lie in, is never seen (or is refused by "
        "Route 53), and a name that the certificate does not have is refused. Name the public "
        "zone that the domain lies in."
    )
    source_url = "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"
    tags = ["resources", "acm", "route53"]
    bad = """
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {Name: example.org}
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: api.example.com
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: api.example.com, HostedZoneId: !Ref Zone}]
Outputs:
  NameServers: {Value: !Join [',', !GetAtt Zone.NameServers]}
"""
    good = bad.replace("example.org", "example.com")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow each validation option to its zone."""
        for certificate in model.of_type("AWS::CertificateManager::Certificate"):
            for (authority,) in certificate.cases("CertificateAuthorityArn"):
                start = certificate.given(authority.when)
                if not authority.absent or start is None:
                    continue
                for option in start.values("DomainValidationOptions.*"):
                    for domain, zone_id in option.cases("DomainName", "HostedZoneId"):
                        yield from _zone(domain, zone_id)


def _zone(domain: Value, zone_id: Value) -> Iterator[Finding]:
    zone = zone_id.follow(ZONE)
    if zone is None:
        return
    if public(zone) is False:
        yield Finding(
            zone_id.path,
            f"{zone_id.shown} is a private hosted zone, which ACM does not see; name a public one",
        )
    for name in zone.values("Name"):
        if within(domain, name) is False:
            yield Finding(
                zone_id.path,
                f"{domain.shown} does not lie in the hosted zone {name.shown}; name its own zone",
            )
