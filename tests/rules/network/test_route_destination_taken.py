import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 0.0.0.0/0}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Any}}
  Elsewhere: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Any}}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0,
          GatewayId: igw-12345678}
  Second:
    Type: AWS::EC2::Route
    Properties: {NatGatewayId: !Ref Any, VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0",
            [
                (
                    "Resources/Second/Properties/DestinationCidrBlock",
                    ("Route already routes 0.0.0.0/0 in ${Table}; remove one or use another table"),
                ),
            ],
        ),
        (
            "RouteTableId: !Ref Table, DestinationCidrBlock: !Ref Pick",
            [
                (
                    "Resources/Second/Properties/DestinationCidrBlock",
                    (
                        "Route already routes 0.0.0.0/0 (parameter Pick) in ${Table}; "
                        "remove one or use another table"
                    ),
                ),
            ],
        ),
        (
            (
                "RouteTableId: !If [Chosen, !Ref Table, !Ref Elsewhere], "
                "DestinationCidrBlock: 0.0.0.0/0"
            ),
            [
                (
                    "Resources/Second/Properties/DestinationCidrBlock",
                    ("Route already routes 0.0.0.0/0 in ${Table}; remove one or use another table"),
                ),
            ],
        ),
        ("RouteTableId: !Ref Elsewhere, DestinationCidrBlock: 0.0.0.0/0", []),
        ("RouteTableId: !Ref Table, DestinationCidrBlock: !Ref Any", []),
        ("RouteTableId: !Ref Table, DestinationCidrBlock: 10.1.0.0/16", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9414") == expected
