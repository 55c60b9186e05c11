"""E9237."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_LONGEST = 64
"""RFC 5280's limit for a common name, which ACM states for the first domain name."""

# https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
_ODD = re.compile(r"[^A-Za-z0-9.*-]")


class CertificateNameRefused(DeployabilityRule):
    """A domain name that ACM refuses."""

    id = "E9237"
    shortdesc = "Domain name of a certificate is not allowed"
    description = (
        "ACM refuses a first name of more than 64 characters, an asterisk anywhere but as the "
        "whole first label, and other characters than letters, digits, hyphens and dots. Put a "
        "longer name into SubjectAlternativeNames."
    )
    source_url = (
        "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html"
    )
    tags = ["resources", "acm"]
    bad = """
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: a.*.example.com
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: a.*.example.com, HostedZoneId: Z0123456789}]
"""
    good = bad.replace("a.*.example.com", "'*.a.example.com'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what of each name is literal."""
        for certificate in model.of_type("AWS::CertificateManager::Certificate"):
            for domain in certificate.values("DomainName"):
                length = len(_literal(domain))
                if length > _LONGEST:
                    yield Finding(
                        domain.path,
                        f"DomainName {domain.shown} has {length} characters; "
                        f"it can have {_LONGEST}",
                    )
            for path in ("DomainName", "SubjectAlternativeNames.*"):
                for domain in certificate.values(path):
                    if "*" in _literal(domain).removeprefix("*."):
                        yield Finding(
                            domain.path,
                            f"{domain.shown}: an asterisk can only be the whole first label; "
                            "change it",
                        )
                    if odd := _ODD.search(_literal(domain)):
                        yield Finding(
                            domain.path,
                            f"{domain.shown} holds {odd[0]!r}; names are letters, digits, "
                            "hyphens and dots",
                        )


def _literal(domain: Value) -> str:
    return "".join(part for part in domain.parts if isinstance(part, str))
