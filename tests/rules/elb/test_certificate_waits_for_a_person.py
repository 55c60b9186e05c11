import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: EMAIL}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "DomainName: a.example.com",
            [
                (
                    "Resources/Certificate/Properties",
                    (
                        "Certificate is validated by e-mail; use ValidationMethod DNS "
                        "with HostedZoneId"
                    ),
                ),
            ],
        ),
        (
            "DomainName: a.example.com, ValidationMethod: !Ref Pick",
            [
                (
                    "Resources/Certificate/Properties/ValidationMethod",
                    (
                        "Certificate is validated by e-mail; use ValidationMethod DNS "
                        "with HostedZoneId"
                    ),
                ),
            ],
        ),
        (
            "DomainName: a.example.com, ValidationMethod: DNS",
            [
                (
                    "Resources/Certificate/Properties",
                    (
                        "Certificate has no DomainValidationOptions with HostedZoneId: "
                        "somebody must create its validation record by hand; add them"
                    ),
                ),
            ],
        ),
        (
            (
                "DomainName: a.example.com, ValidationMethod: DNS, "
                "DomainValidationOptions: [{DomainName: a.example.com, HostedZoneId: !If "
                "[Chosen, Z1, !Ref 'AWS::NoValue']}]"
            ),
            [
                (
                    "Resources/Certificate/Properties/DomainValidationOptions/0",
                    (
                        "a.example.com has no HostedZoneId: somebody must create its "
                        "validation record by hand; add it"
                    ),
                ),
            ],
        ),
        (
            (
                "DomainName: a.example.com, ValidationMethod: DNS, DomainValidationOptions: "
                "[{DomainName: a.example.com, HostedZoneId: !Ref Any}]"
            ),
            [],
        ),
        ("DomainName: a.example.com, CertificateAuthorityArn: !Ref Any", []),
        ("DomainName: a.example.com, ValidationMethod: !Ref Any", []),
        (
            (
                "DomainName: a.example.com, ValidationMethod: DNS, DomainValidationOptions: "
                "!ImportValue a"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9234") == expected
