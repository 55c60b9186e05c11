"""E9233."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.dns import is_private
from axonflow_cfn.rule import DeployabilityRule, Finding


class CertificateForPrivateName(DeployabilityRule):
    """A public certificate for a name that is not public."""

    id = "E9233"
    shortdesc = "Public certificate for a name that the public DNS does not have"
    description = (
        "Nobody can prove the ownership of a name that ends in .internal, .local or the like, "
        "and a record in a private hosted zone does not count: the certificate is never issued "
        "and the stack waits until it times out. Use a public name, or a certificate of your "
        "own private CA (CertificateAuthorityArn)."
    )
    source_url = "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html"
    tags = ["resources", "acm"]
    bad = """
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: api.example.internal
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: api.example.internal, HostedZoneId: Z0123456789}]
"""
    good = bad.replace("example.internal", "example.com")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the names of certificates that no private CA issues."""
        for certificate in model.of_type("AWS::CertificateManager::Certificate"):
            for authority, domain in certificate.cases("CertificateAuthorityArn", "DomainName"):
                start = certificate.given(domain.when)
                if not authority.absent or start is None:
                    continue
                for value in (domain, *start.values("SubjectAlternativeNames.*")):
                    if is_private(value):
                        yield Finding(
                            value.path,
                            f"no public certificate can be issued for {value.shown}; use a "
                            "public name or CertificateAuthorityArn",
                        )
