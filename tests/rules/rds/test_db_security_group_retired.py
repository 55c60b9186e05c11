import pytest
from linting import report
from snippets import template

RESOURCES = """BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  Group: {Type: AWS::RDS::DBSecurityGroup, Properties: "
                "{GroupDescription: !Ref Any, DBSecurityGroupIngress: []}}"
            ),
            [("Resources/Group", "Group is of EC2-Classic; use AWS::EC2::SecurityGroup")],
        ),
        # a parameter
        (
            ("  Db: {Type: AWS::RDS::DBInstance, Properties: {DBSecurityGroups: [!Ref Any]}}"),
            [
                (
                    "Resources/Db/Properties/DBSecurityGroups",
                    "DBSecurityGroups is of EC2-Classic; use VPCSecurityGroups",
                )
            ],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {DBSecurityGroups: !If "
                "[IsUsed, [x], !Ref AWS::NoValue]}}"
            ),
            [
                (
                    "Resources/Db/Properties/DBSecurityGroups/Fn::If/1",
                    "DBSecurityGroups is of EC2-Classic; use VPCSecurityGroups",
                )
            ],
        ),
        (("  Db: {Type: AWS::RDS::DBInstance, Properties: {VPCSecurityGroups: [!Ref Any]}}"), []),
        ("  Db: {Type: AWS::RDS::DBInstance, Properties: {DBSecurityGroups: []}}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "E9319") == expected
