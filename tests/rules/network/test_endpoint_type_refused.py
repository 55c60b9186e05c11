import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: com.amazonaws.eu-west-1.logs}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Any, VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.logs'",
            [
                (
                    "Resources/Endpoint/Properties",
                    "logs has no gateway endpoints; give VpcEndpointType Interface",
                ),
            ],
        ),
        (
            "ServiceName: !Ref Pick",
            [
                (
                    "Resources/Endpoint/Properties",
                    "logs has no gateway endpoints; give VpcEndpointType Interface",
                ),
            ],
        ),
        (
            (
                "VpcEndpointType: !If [Chosen, Gateway, Interface], ServiceName: !Sub "
                "'com.amazonaws.${AWS::Region}.ecr.api'"
            ),
            [
                (
                    "Resources/Endpoint/Properties/VpcEndpointType/Fn::If/1",
                    "ecr.api has no gateway endpoints; give VpcEndpointType Interface",
                ),
            ],
        ),
        (
            (
                "VpcEndpointType: Interface, ServiceName: !Sub "
                "'com.amazonaws.${AWS::Region}.secrets-manager'"
            ),
            [
                (
                    "Resources/Endpoint/Properties/ServiceName",
                    "there is no endpoint service secrets-manager; use secretsmanager",
                ),
            ],
        ),
        (
            ("ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', PrivateDnsEnabled: true"),
            [
                (
                    "Resources/Endpoint/Properties/PrivateDnsEnabled",
                    "PrivateDnsEnabled belongs to interface endpoints; remove it",
                ),
            ],
        ),
        (
            (
                "VpcEndpointType: Gateway, SubnetIds: [!Ref Any], ServiceName: !Sub "
                "'com.amazonaws.${AWS::Region}.s3'"
            ),
            [
                (
                    "Resources/Endpoint/Properties/SubnetIds",
                    "SubnetIds belongs to interface endpoints; remove it",
                ),
            ],
        ),
        (
            (
                "VpcEndpointType: Interface, RouteTableIds: [!Ref Any], ServiceName: "
                "!Sub 'com.amazonaws.${AWS::Region}.s3'"
            ),
            [
                (
                    "Resources/Endpoint/Properties/RouteTableIds",
                    "RouteTableIds belongs to gateway endpoints; remove it",
                ),
            ],
        ),
        (
            (
                "VpcEndpointType: !Ref Any, SubnetIds: [!Ref Any], ServiceName: !Sub "
                "'com.amazonaws.${AWS::Region}.logs'"
            ),
            [],
        ),
        ("ServiceName: !Ref Any", []),
        (
            (
                "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.dynamodb', RouteTableIds: "
                "[!Ref Any]"
            ),
            [],
        ),
        (
            (
                "VpcEndpointType: Interface, PrivateDnsEnabled: true, SubnetIds: [!Ref Any], "
                "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.ecr.dkr'"
            ),
            [],
        ),
        ("ServiceName: cn.com.amazonaws.cn-north-1.s3", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9419") == expected
