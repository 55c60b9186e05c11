import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: Z0123456789}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: api.example.com
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: api.example.com, HostedZoneId: VALUE}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Ref Zone",
            [
                (
                    ("Resources/Certificate/Properties/DomainValidationOptions/0/HostedZoneId"),
                    (
                        "nobody delegates to Zone before the stack is complete, so ACM "
                        "can't validate in it; use an existing zone, or add an NS record "
                        "to its parent"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, !Ref Zone, Z0123456789]",
            [
                (
                    (
                        "Resources/Certificate/Properties/DomainValidationOptions/0/Hoste"
                        "dZoneId/Fn::If/1"
                    ),
                    (
                        "nobody delegates to Zone before the stack is complete, so ACM "
                        "can't validate in it; use an existing zone, or add an NS record "
                        "to its parent"
                    ),
                ),
            ],
        ),
        ("!Ref Pick", []),
        ("!Ref Any", []),
        (
            (
                "!Ref Zone}]\n"
                "  Delegation:\n"
                "    Type: AWS::Route53::RecordSet\n"
                "    Properties: {HostedZoneId: Z1, Name: example.com, Type: NS, TTL: '300', "
                "ResourceRecords: !GetAtt Zone.NameServers}\n"
                "  Other:\n"
                "    Type: AWS::CertificateManager::Certificate\n"
                "    Properties:\n"
                "      DomainName: a.example.com\n"
                "      DomainValidationOptions: [{DomainName: a.example.com, "
                "ValidationDomain: example.com"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9236") == expected
