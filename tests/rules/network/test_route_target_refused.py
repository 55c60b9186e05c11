import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: nat-1}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Gateway: {Type: AWS::EC2::InternetGateway}
  Nat: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: !Ref Any, AllocationId: !Ref Any}}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Any, VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "DestinationCidrBlock: 0.0.0.0/0",
            [
                (
                    "Resources/Route",
                    "a route has exactly one target, this one none",
                ),
            ],
        ),
        (
            ("DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Pick, GatewayId: igw-12345678"),
            [
                (
                    "Resources/Route",
                    "a route has exactly one target, this one GatewayId, NatGatewayId",
                ),
            ],
        ),
        (
            "DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Nat",
            [
                (
                    "Resources/Route/Properties/GatewayId",
                    "${Nat} is no GatewayId; use NatGatewayId",
                ),
            ],
        ),
        (
            ("DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !If [Chosen, !Ref Gateway, !Ref Any]"),
            [
                (
                    "Resources/Route/Properties/NatGatewayId/Fn::If/1",
                    "${Gateway} is no NatGatewayId; use GatewayId",
                ),
            ],
        ),
        (
            "GatewayId: !Ref Any",
            [
                (
                    "Resources/Route",
                    "a route has exactly one destination, this one 0",
                ),
            ],
        ),
        (
            (
                "DestinationCidrBlock: 0.0.0.0/0, DestinationIpv6CidrBlock: '::/0', "
                "GatewayId: !Ref Any"
            ),
            [
                (
                    "Resources/Route",
                    "a route has exactly one destination, this one 2",
                ),
            ],
        ),
        (
            (
                "DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !If [Chosen, !Ref Nat, !Ref "
                "'AWS::NoValue'], GatewayId: !If [Chosen, !Ref 'AWS::NoValue', !Ref Gateway]"
            ),
            [],
        ),
        ("DestinationCidrBlock: !Ref Any, NatGatewayId: !Ref Any", []),
        ("DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9415") == expected
