import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: www.example.org}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
  Record:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Zone, Type: A, TTL: '300', ResourceRecords: [192.0.2.1],
          VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Name: www",
            [
                (
                    "Resources/Record/Properties/Name",
                    ("www does not lie in the hosted zone example.com; give the full name"),
                ),
            ],
        ),
        (
            "Name: !Ref Pick",
            [
                (
                    "Resources/Record/Properties/Name",
                    (
                        "www.example.org (parameter Pick) does not lie in the hosted "
                        "zone example.com; give the full name"
                    ),
                ),
            ],
        ),
        (
            "Name: !If [Chosen, www.example.com., wwwexample.com]",
            [
                (
                    "Resources/Record/Properties/Name/Fn::If/2",
                    (
                        "wwwexample.com does not lie in the hosted zone example.com; "
                        "give the full name"
                    ),
                ),
            ],
        ),
        (
            "Name: !Sub 'www.${AWS::Region}.example.net'",
            [
                (
                    "Resources/Record/Properties/Name",
                    (
                        "www.${AWS::Region}.example.net does not lie in the hosted zone "
                        "example.com; give the full name"
                    ),
                ),
            ],
        ),
        ("Name: !Ref Any", []),
        ("Name: !Sub '${Any}.example.com'", []),
        ("Name: WWW.Example.com.", []),
        ("Name: example.com", []),
        (
            (
                "Name: www.example.com}\n"
                "  Group:\n"
                "    Type: AWS::Route53::RecordSetGroup\n"
                "    Properties:\n"
                "      HostedZoneName: example.net.\n"
                "      RecordSets: [{Name: www.example.org., Type: A, TTL: '300', "
                "ResourceRecords: [192.0.2.1]}, {Name: www.example.net., Type: A, TTL: "
                "'300', ResourceRecords: [192.0.2.1]}]\n"
                "  Other:\n"
                "    Type: AWS::Route53::HostedZone\n"
                "    Properties: {Name: a.example"
            ),
            [
                (
                    "Resources/Group/Properties/RecordSets/0/Name",
                    (
                        "www.example.org. does not lie in the hosted zone example.net.; "
                        "give the full name"
                    ),
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9423") == expected
