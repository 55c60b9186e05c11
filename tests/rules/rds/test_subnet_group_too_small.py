import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  One: {Type: 'AWS::EC2::Subnet::Id'}
  Several: {Type: 'List<AWS::EC2::Subnet::Id>'}
"""
RESOURCES = """  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: v, AvailabilityZone: !Select [0, !GetAZs '']}
  B:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: v, AvailabilityZone: !Select [1, !GetAZs '']}
  C:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: v, AvailabilityZone: !Select [0, !GetAZs '']}
  D: {Type: AWS::EC2::Subnet, Properties: {VpcId: v}}
  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupDescription: x, SubnetIds: BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "[!Ref A]",
            [
                (
                    "Resources/Group/Properties/SubnetIds",
                    "The subnet group has one subnet; give subnets of two zones",
                )
            ],
        ),
        (
            "[!Ref One]",
            [
                (
                    "Resources/Group/Properties/SubnetIds",
                    "The subnet group has one subnet; give subnets of two zones",
                )
            ],
        ),
        (
            "[!Ref One, !Ref One]",
            [
                (
                    "Resources/Group/Properties/SubnetIds",
                    "The subnet group has one subnet; give subnets of two zones",
                )
            ],
        ),
        (
            "[!Ref A, !Ref C]",
            [
                (
                    "Resources/Group/Properties/SubnetIds",
                    (
                        "All subnets of the group are in one Availability Zone; give subnets "
                        "of two zones"
                    ),
                )
            ],
        ),
        (
            "[!Ref A, !If [IsUsed, !Ref B, !Ref C]]",
            [
                (
                    "Resources/Group/Properties/SubnetIds",
                    (
                        "All subnets of the group are in one Availability Zone; give subnets "
                        "of two zones"
                    ),
                )
            ],
        ),
        ("[!Ref A, !Ref B]", []),
        # a zone that AWS picks
        ("[!Ref A, !Ref D]", []),
        ("[!Ref One, !Ref Any]", []),
        ("!Ref Several", []),
        ("[!ImportValue one, !ImportValue two]", []),
        ("[!Select [0, !Ref Several], !Select [1, !Ref Several]]", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9318") == expected
