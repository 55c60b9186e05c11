"""W9236."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dns import ZONE, public
from axonflow_cfn.rule import DeployabilityRule, Finding


class CertificateValidatedInNewZone(DeployabilityRule):
    """A certificate validated in a zone to which nobody delegates yet."""

    id = "W9236"
    shortdesc = "Certificate waits for a hosted zone that the same stack creates"
    description = (
        "A new hosted zone gets name servers of its own. Until somebody enters them at the "
        "registrar, or in the parent zone, the public DNS does not ask them: ACM sees no "
        "validation record and the stack waits. Create the zone beforehand, or add the NS "
        "record in the parent zone to the template."
    )
    source_url = "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"
    tags = ["resources", "acm", "route53"]
    bad = """
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {Name: example.com}
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: api.example.com
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: api.example.com, HostedZoneId: !Ref Zone}]
"""
    good = (
        bad
        + """
  Delegation:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789ABCDEFGHIJ
      Name: example.com
      Type: NS
      TTL: '300'
      ResourceRecords: !GetAtt Zone.NameServers
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for public zones whose name servers no other resource takes up."""
        for certificate in model.of_type("AWS::CertificateManager::Certificate"):
            for zone_id in certificate.values("DomainValidationOptions.*.HostedZoneId"):
                zone = zone_id.follow(ZONE)
                if zone is None or not public(zone):
                    continue
                delegated = any(
                    mention.name == zone.logical_id and mention.attribute == "NameServers"
                    for user in model.users_of(zone.logical_id)
                    for mention in model.mentions(user.logical_id)
                )
                if not delegated:
                    yield Finding(
                        zone_id.path,
                        f"nobody delegates to {zone.logical_id} before the stack is complete, so "
                        "ACM "
                        "can't validate in it; use an existing zone, or add an NS record to its "
                        "parent",
                    )
