import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "false"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, VALUE}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: !Ref Vpc}
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {Name: example.com, VPCs: [{VPCId: !If [Chosen, !Ref Vpc, !Ref Any],
          VPCRegion: eu-west-1}]}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "EnableDnsSupport: true",
            [
                (
                    "Resources/Namespace/Properties/Vpc",
                    (
                        "private names need EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
                (
                    "Resources/Zone/Properties/VPCs/0/VPCId/Fn::If/1",
                    (
                        "private names need EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
            ],
        ),
        (
            "EnableDnsHostnames: !Ref Pick",
            [
                (
                    "Resources/Namespace/Properties/Vpc",
                    (
                        "private names need EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
                (
                    "Resources/Zone/Properties/VPCs/0/VPCId/Fn::If/1",
                    (
                        "private names need EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
            ],
        ),
        (
            "EnableDnsHostnames: true, EnableDnsSupport: false",
            [
                (
                    "Resources/Namespace/Properties/Vpc",
                    (
                        "private names need EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
                (
                    "Resources/Zone/Properties/VPCs/0/VPCId/Fn::If/1",
                    (
                        "private names need EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
            ],
        ),
        ("EnableDnsHostnames: true", []),
        ("EnableDnsHostnames: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9421") == expected
