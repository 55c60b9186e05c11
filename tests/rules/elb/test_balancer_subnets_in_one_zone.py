import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: eu-west-1a}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  One:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0,
          !GetAZs '']}
  Two:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: VALUE}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, Subnets: [!Ref One, !If [Chosen, !Ref Two,
          !ImportValue subnet]]}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Select [0, !GetAZs '']",
            [
                (
                    "Resources/Balancer/Properties/Subnets/1/Fn::If/1",
                    "One and Two are in one Availability Zone; put them into two",
                ),
            ],
        ),
        (
            "!Select ['0', !GetAZs {Ref: 'AWS::Region'}]",
            [
                (
                    "Resources/Balancer/Properties/Subnets/1/Fn::If/1",
                    "One and Two are in one Availability Zone; put them into two",
                ),
            ],
        ),
        ("!Select [1, !GetAZs '']", []),
        ("!Ref Any", []),
        ("!Ref Pick", []),
        ("!If [Chosen, !Select [0, !GetAZs ''], eu-west-1a]", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9226") == expected
