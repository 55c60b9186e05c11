import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: example.net}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {VALUE}
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: api.example.com
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: api.example.com, HostedZoneId: !Ref Zone}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Name: example.org",
            [
                (
                    ("Resources/Certificate/Properties/DomainValidationOptions/0/HostedZoneId"),
                    (
                        "api.example.com does not lie in the hosted zone example.org; "
                        "name its own zone"
                    ),
                ),
            ],
        ),
        (
            "Name: !Ref Pick",
            [
                (
                    ("Resources/Certificate/Properties/DomainValidationOptions/0/HostedZoneId"),
                    (
                        "api.example.com does not lie in the hosted zone example.net "
                        "(parameter Pick); name its own zone"
                    ),
                ),
            ],
        ),
        (
            "Name: !If [Chosen, example.com., ample.com]",
            [
                (
                    ("Resources/Certificate/Properties/DomainValidationOptions/0/HostedZoneId"),
                    (
                        "api.example.com does not lie in the hosted zone ample.com; name "
                        "its own zone"
                    ),
                ),
            ],
        ),
        (
            "Name: example.com, VPCs: [{VPCId: vpc-12345678, VPCRegion: eu-west-1}]",
            [
                (
                    ("Resources/Certificate/Properties/DomainValidationOptions/0/HostedZoneId"),
                    ("${Zone} is a private hosted zone, which ACM does not see; name a public one"),
                ),
            ],
        ),
        ("Name: api.example.com", []),
        ("Name: !Ref Any", []),
        (
            (
                "Name: example.com, VPCs: !If [Chosen, [{VPCId: vpc-12345678, VPCRegion: "
                "eu-west-1}], !Ref 'AWS::NoValue']"
            ),
            [],
        ),
        (
            "Name: !Sub '${Any}.org'",
            [
                (
                    ("Resources/Certificate/Properties/DomainValidationOptions/0/HostedZoneId"),
                    (
                        "api.example.com does not lie in the hosted zone ${Any}.org; "
                        "name its own zone"
                    ),
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9235") == expected
