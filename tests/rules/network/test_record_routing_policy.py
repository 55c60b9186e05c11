import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "300"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Record:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Any, Name: www.example.com, Type: A, TTL: '300',
          ResourceRecords: [192.0.2.1], VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Weight: 10",
            [
                (
                    "Resources/Record/Properties",
                    "Weight needs a SetIdentifier; add it",
                ),
            ],
        ),
        (
            "SetIdentifier: a",
            [
                (
                    "Resources/Record/Properties/SetIdentifier",
                    ("SetIdentifier needs exactly one routing policy, this record has none"),
                ),
            ],
        ),
        (
            "SetIdentifier: a, Weight: 1, Region: eu-west-1",
            [
                (
                    "Resources/Record/Properties/SetIdentifier",
                    (
                        "SetIdentifier needs exactly one routing policy, this record has "
                        "Region, Weight"
                    ),
                ),
            ],
        ),
        (
            "SetIdentifier: a, Weight: !Ref Pick",
            [
                (
                    "Resources/Record/Properties/Weight",
                    "Weight 300 (parameter Pick) must be 0 to 255",
                ),
            ],
        ),
        (
            "SetIdentifier: !If [Chosen, a, !Ref 'AWS::NoValue'], Failover: PRIMARY",
            [
                (
                    "Resources/Record/Properties",
                    "Failover needs a SetIdentifier; add it",
                ),
            ],
        ),
        (
            "SetIdentifier: a, Failover: primary",
            [
                (
                    "Resources/Record/Properties/Failover",
                    "Failover primary must be PRIMARY or SECONDARY",
                ),
            ],
        ),
        ("SetIdentifier: a, Weight: !Ref Any", []),
        ("Tags: []", []),
        ("SetIdentifier: a, MultiValueAnswer: true", []),
        ("MultiValueAnswer: false", []),
        ("SetIdentifier: a, Weight: 0", []),
        ("SetIdentifier: a, Weight: 255", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9428") == expected
