import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: Interface}
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
            "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3'",
            [
                (
                    "Resources/Endpoint",
                    "Endpoint has no RouteTableIds and serves nobody; add them",
                ),
            ],
        ),
        (
            ("VpcEndpointType: !Ref Pick, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.logs'"),
            [
                (
                    "Resources/Endpoint",
                    "Endpoint has no SubnetIds and serves nobody; add them",
                ),
            ],
        ),
        (
            (
                "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: !If "
                "[Chosen, [!Ref Any], !Ref 'AWS::NoValue']"
            ),
            [
                (
                    "Resources/Endpoint",
                    "Endpoint has no RouteTableIds and serves nobody; add them",
                ),
            ],
        ),
        (
            (
                "VpcEndpointType: Interface, SubnetIds: [], ServiceName: !Sub "
                "'com.amazonaws.${AWS::Region}.logs'"
            ),
            [
                (
                    "Resources/Endpoint",
                    "Endpoint has no SubnetIds and serves nobody; add them",
                ),
            ],
        ),
        (("VpcEndpointType: !Ref Any, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.logs'"), []),
        (("ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: [!Ref Any]"), []),
        (
            (
                "VpcEndpointType: Interface, SubnetIds: !Ref Any, ServiceName: !Sub "
                "'com.amazonaws.${AWS::Region}.logs'"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9435") == expected
