"""W9234."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class CertificateWaitsForAPerson(DeployabilityRule):
    """A certificate that somebody must validate by hand."""

    id = "W9234"
    shortdesc = "Certificate validation waits for a person"
    description = (
        "The stack stays in CREATE_IN_PROGRESS until somebody creates the validation record, "
        "or answers the e-mail, within 72 hours. With DNS validation and the HostedZoneId of "
        "the public zone for every name, CloudFormation creates the records itself; without "
        "ValidationMethod it is e-mail."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-certificatemanager-certificate.html"
    )
    tags = ["resources", "acm"]
    bad = """
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: api.example.com
      ValidationMethod: DNS
"""
    good = bad + (
        "      DomainValidationOptions:\n"
        "        - {DomainName: api.example.com, HostedZoneId: Z0123456789ABCDEFGHIJ}\n"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for certificates that no private CA issues and no hosted zone validates."""
        for certificate in model.of_type("AWS::CertificateManager::Certificate"):
            for authority, method in certificate.cases(
                "CertificateAuthorityArn", "ValidationMethod"
            ):
                start = certificate.given(method.when)
                if not authority.absent or start is None:
                    continue
                if method.absent or method.text == "EMAIL":
                    yield Finding(
                        method.path,
                        f"{certificate.logical_id} is validated by e-mail; use ValidationMethod "
                        "DNS with "
                        "HostedZoneId",
                    )
                elif method.text == "DNS":
                    yield from _unvalidated(start)


def _unvalidated(certificate: Resource) -> Iterator[Finding]:
    for (options,) in certificate.cases("DomainValidationOptions"):
        if options.absent:
            yield Finding(
                options.path,
                f"{certificate.logical_id} has no DomainValidationOptions with HostedZoneId: "
                "somebody must create its validation record by hand; add them",
            )
    for option in certificate.values("DomainValidationOptions.*"):
        for domain, zone in option.cases("DomainName", "HostedZoneId"):
            if zone.absent:
                yield Finding(
                    option.path,
                    f"{domain.shown} has no HostedZoneId: somebody must create its validation "
                    "record by hand; add it",
                )
