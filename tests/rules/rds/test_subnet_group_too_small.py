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


ONE = [
    (
        "Resources/Group/Properties/SubnetIds",
        "The subnet group has one subnet; give subnets of two zones",
    )
]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[!Select [0, !Ref Several]]", ONE),
        ("[!Select [1, !Ref Several], !Select [1, !Ref Several]]", ONE),
        ("[!Select [0, !Split [',', !Ref Any]]]", ONE),
        (
            "!If [IsUsed, [!Select [0, !Ref Several]], !Ref Several]",
            [("Resources/Group/Properties/SubnetIds/Fn::If/1", ONE[0][1])],
        ),
        ("[!Select [0, !Ref Several], !Select [1, !Ref Several]]", []),
        ("[!Select [0, !Ref Several], !Ref One]", []),
        ("[!Select [0, [!Ref Several, !Ref Several]]]", []),
        ("[!Select [0, !Ref Several], !If [IsUsed, !Ref One, !Ref Any]]", []),
        ("!Split [',', !Ref Any]", []),
        ("[!Ref Several]", []),
    ],
)
def test_items_of_a_list(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9318") == expected


@pytest.mark.parametrize(
    "kind",
    [
        "AWS::DMS::ReplicationSubnetGroup",
        "AWS::DocDB::DBSubnetGroup",
        "AWS::Neptune::DBSubnetGroup",
    ],
)
def test_other_services(kind: str) -> None:
    group = RESOURCES.replace("AWS::RDS::DBSubnetGroup", kind)
    assert report(template(group, "[!Select [0, !Ref Several]]", PARAMETERS), "E9318") == ONE
    assert report(template(group, "!Ref Several", PARAMETERS), "E9318") == []


def test_a_cluster_of_kubernetes() -> None:
    cluster = """  Cluster:
    Type: AWS::EKS::Cluster
    Properties: {ResourcesVpcConfig: {SubnetIds: [BODY]}}
"""
    assert report(template(cluster, "!Ref One", PARAMETERS), "E9318") == [
        (
            "Resources/Cluster/Properties/ResourcesVpcConfig/SubnetIds",
            "The cluster has one subnet; give subnets of two zones",
        )
    ]
    assert report(template(cluster, "!Ref One, !Ref Any", PARAMETERS), "E9318") == []
