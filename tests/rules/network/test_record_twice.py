import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: www.example.com.}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  First:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Zone, Name: www.example.com, Type: A, TTL: '300',
          ResourceRecords: [192.0.2.1]}
  Second:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Zone, TTL: '300', ResourceRecords: [192.0.2.2], VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Name: WWW.example.com., Type: A",
            [
                (
                    "Resources/Second/Properties/Name",
                    "www.example.com has a record of type A already; merge them",
                ),
            ],
        ),
        (
            "Name: !Ref Pick, Type: A",
            [
                (
                    "Resources/Second/Properties/Name",
                    "www.example.com has a record of type A already; merge them",
                ),
            ],
        ),
        (
            "Name: !If [Chosen, www.example.com, api.example.com], Type: A",
            [
                (
                    "Resources/Second/Properties/Name/Fn::If/1",
                    "www.example.com has a record of type A already; merge them",
                ),
            ],
        ),
        (
            "Name: www.example.com, Type: CNAME",
            [
                (
                    "Resources/Second/Properties/Name",
                    "www.example.com has a record of type A already; merge them",
                ),
            ],
        ),
        ("Name: !Ref Any, Type: A", []),
        ("Name: www.example.com, Type: AAAA", []),
        ("Name: www.example.com, Type: A, SetIdentifier: a, Weight: 1", []),
        ("Name: api.example.com, Type: A", []),
        ("Name: www.example.com, Type: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9427") == expected
