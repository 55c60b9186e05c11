import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Zone: {Type: String, Default: a, AllowedValues: [a, b]}
"""
RESOURCES = """  Files: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: true}}
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a}}
  AToo: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b}}
  One: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files, SubnetId: !Ref A}}
  Two:
    Type: AWS::EFS::MountTarget
    Properties: {BODY}
"""
PATH = "Resources/Two/Properties/SubnetId"
MESSAGE = "One is a mount target of the file system in the same zone; use a subnet of another"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("FileSystemId: !Ref Files, SubnetId: !Ref A", [(PATH, MESSAGE)]),
        ("FileSystemId: !Ref Files, SubnetId: !Ref AToo", [(PATH, MESSAGE)]),
        (
            "FileSystemId: !Ref Files, SubnetId: !If [IsUsed, !Ref B, !Ref AToo]",
            [(f"{PATH}/Fn::If/2", MESSAGE)],
        ),
        ("FileSystemId: !Ref Files, SubnetId: !Ref B", []),
        ("FileSystemId: !Ref Files, SubnetId: !Ref Any", []),
        ("FileSystemId: !Ref Any, SubnetId: !Ref A", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9901") == expected


def test_a_subnet_given_twice_by_the_same_parameter() -> None:
    body = "FileSystemId: !Ref Files, SubnetId: !Ref Any"
    again = RESOURCES.replace("SubnetId: !Ref A}", "SubnetId: !Ref Any}")
    assert report(template(again, body, PARAMETERS), "E9901") == [(PATH, MESSAGE)]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("!Select [0, !Ref Some]", "!Select [0, !Ref Some]", [(PATH, MESSAGE)]),
        ("!Select [0, !Ref Some]", "!Select [1, !Ref Some]", []),
        ("!Select [0, !Ref Some]", "!Select [0, !Ref Others]", []),
        # Two values of which nothing is known are not the same.
        ("!ImportValue one", "!ImportValue two", []),
    ],
)
def test_subnets_of_lists(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    parameters = (
        "  Some: {Type: 'List<AWS::EC2::Subnet::Id>'}\n"
        "  Others: {Type: 'List<AWS::EC2::Subnet::Id>'}\n"
    )
    again = RESOURCES.replace("SubnetId: !Ref A}", f"SubnetId: {first}" + "}")
    body = f"FileSystemId: !Ref Files, SubnetId: {second}"
    assert report(template(again, body, parameters), "E9901") == expected
