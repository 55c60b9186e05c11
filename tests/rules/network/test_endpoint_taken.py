import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Table: {Type: String, Default: rtb-1}
"""
RESOURCES = """  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: !Select [0, !GetAZs '']}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: !Select [0, !GetAZs '']}}
  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: !Select [1, !GetAZs '']}}
  D: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
  Routes: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  First:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: [!Ref Routes, rtb-1]}
  Endpoint: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Vpc, BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "VpcEndpointType: Interface, SubnetIds: [!Ref A, !Ref C, !Ref B]",
            [
                (
                    "Resources/Endpoint/Properties/SubnetIds/2",
                    "B is in the Availability Zone of A; an endpoint takes one subnet of each",
                )
            ],
        ),
        (
            "VpcEndpointType: Interface, SubnetIds: [!Ref A, !If [IsUsed, !Ref B, !Ref C]]",
            [
                (
                    "Resources/Endpoint/Properties/SubnetIds/1/Fn::If/1",
                    "B is in the Availability Zone of A; an endpoint takes one subnet of each",
                )
            ],
        ),
        (
            "VpcEndpointType: Interface, SubnetIds: [!Ref A, !Ref C]",
            [],
        ),
        (
            "VpcEndpointType: Interface, SubnetIds: [!Ref A, !Ref D, !Ref Any]",
            [],
        ),
        (
            "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: [!Ref Routes]",
            [
                (
                    "Resources/Endpoint/Properties/RouteTableIds/0",
                    "First already routes s3 in ${Routes}; remove one",
                )
            ],
        ),
        (
            "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: [!Ref Table]",
            [
                (
                    "Resources/Endpoint/Properties/RouteTableIds/0",
                    "First already routes s3 in rtb-1 (parameter Table); remove one",
                )
            ],
        ),
        (
            "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.dynamodb', RouteTableIds: [!Ref Routes]",
            [],
        ),
        (
            "ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: [!Ref Any]",
            [],
        ),
        (
            "VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3'",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9444") == expected
