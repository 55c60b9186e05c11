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
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, VpcEndpointType: Interface, PrivateDnsEnabled: true,
          ServiceName: !Ref Any}
  Plain:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: !Ref Any}
  Elsewhere:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Any, VpcEndpointType: Interface, PrivateDnsEnabled: true,
          ServiceName: !Ref Any}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "EnableDnsSupport: true",
            [
                (
                    "Resources/Endpoint/Properties/PrivateDnsEnabled",
                    (
                        "private DNS needs EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
            ],
        ),
        (
            "EnableDnsHostnames: !Ref Pick",
            [
                (
                    "Resources/Endpoint/Properties/PrivateDnsEnabled",
                    (
                        "private DNS needs EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
            ],
        ),
        (
            "EnableDnsHostnames: !If [Chosen, true, false]",
            [
                (
                    "Resources/Endpoint/Properties/PrivateDnsEnabled",
                    (
                        "private DNS needs EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
            ],
        ),
        (
            "EnableDnsSupport: false, EnableDnsHostnames: true",
            [
                (
                    "Resources/Endpoint/Properties/PrivateDnsEnabled",
                    (
                        "private DNS needs EnableDnsSupport and EnableDnsHostnames of "
                        "${Vpc}; set both to true"
                    ),
                ),
                (
                    "Resources/Vpc/Properties/EnableDnsSupport",
                    "EnableDnsHostnames needs EnableDnsSupport; set both to true",
                ),
            ],
        ),
        ("EnableDnsHostnames: true", []),
        ("EnableDnsHostnames: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9420") == expected
