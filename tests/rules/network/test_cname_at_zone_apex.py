import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: example.com}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Record:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Zone, Type: CNAME, TTL: '300',
          ResourceRecords: [192.0.2.1], VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Name: example.com",
            [
                (
                    "Resources/Record/Properties/Type",
                    (
                        "example.com is the zone itself, which can't be a CNAME; use an "
                        "A record with AliasTarget"
                    ),
                ),
            ],
        ),
        (
            "Name: !Ref Pick",
            [
                (
                    "Resources/Record/Properties/Type",
                    (
                        "example.com (parameter Pick) is the zone itself, which can't be "
                        "a CNAME; use an A record with AliasTarget"
                    ),
                ),
            ],
        ),
        (
            "Name: !If [Chosen, Example.com., www.example.com]",
            [
                (
                    "Resources/Record/Properties/Type",
                    (
                        "Example.com. is the zone itself, which can't be a CNAME; use an "
                        "A record with AliasTarget"
                    ),
                ),
            ],
        ),
        ("Name: !Ref Any", []),
        ("Name: www.example.com", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9424") == expected
