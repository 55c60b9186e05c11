import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: app.internal}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: app.internal, Vpc: !Ref Any}
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Name: app.internal., VPCs: [{VPCId: !Ref Any, VPCRegion: eu-west-1}]",
            [
                (
                    "Resources/Namespace/Properties/Name",
                    "Zone is a zone app.internal. in the same VPC; use another name",
                ),
            ],
        ),
        (
            "Name: !Ref Pick, VPCs: [{VPCId: !Ref Any, VPCRegion: eu-west-1}]",
            [
                (
                    "Resources/Namespace/Properties/Name",
                    (
                        "Zone is a zone app.internal (parameter Pick) in the same VPC; "
                        "use another name"
                    ),
                ),
            ],
        ),
        (
            (
                "Name: !If [Chosen, app.internal, a.internal], VPCs: [{VPCId: !Ref Any, "
                "VPCRegion: eu-west-1}]"
            ),
            [
                (
                    "Resources/Namespace/Properties/Name",
                    "Zone is a zone app.internal in the same VPC; use another name",
                ),
            ],
        ),
        ("Name: app.internal, VPCs: [{VPCId: vpc-12345678, VPCRegion: eu-west-1}]", []),
        ("Name: !Ref Any, VPCs: [{VPCId: !Ref Any, VPCRegion: eu-west-1}]", []),
        ("Name: app.internal", []),
        (
            (
                "Name: app.internal, VPCs: [{VPCId: !If [Chosen, !Ref Any, vpc-1], "
                "VPCRegion: eu-west-1}]"
            ),
            [
                (
                    "Resources/Namespace/Properties/Name",
                    "Zone is a zone app.internal in the same VPC; use another name",
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9429") == expected
