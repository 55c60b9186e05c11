import pytest
from linting import report
from snippets import template

RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: postgres, AllocatedStorage: 20, MasterUsername: app",
            [("Resources/Db/Properties", "Db needs DBInstanceClass; state it")],
        ),
        # parameters
        (
            "Engine: mysql, DBInstanceClass: !Ref Any, MasterUsername: !Ref Any",
            [("Resources/Db/Properties", "Db needs AllocatedStorage; state it")],
        ),
        (
            "AllocatedStorage: 20, DBInstanceClass: x, MasterUsername: app",
            [("Resources/Db/Properties", "Db needs Engine; state it")],
        ),
        (
            (
                "Engine: postgres, AllocatedStorage: !If [IsUsed, 20, !Ref "
                "AWS::NoValue], DBInstanceClass: x, MasterUsername: app"
            ),
            [("Resources/Db/Properties", "Db needs AllocatedStorage; state it")],
        ),
        (("Engine: postgres, AllocatedStorage: 20, DBInstanceClass: x, MasterUsername: app"), []),
        (
            (
                "Engine: postgres, AllocatedStorage: 20, MasterUsername: app, "
                "DBSnapshotIdentifier: !Ref Any"
            ),
            [],
        ),
        ("Engine: aurora-mysql, DBInstanceClass: x, MasterUsername: app", []),
        # an unknown engine
        ("Engine: !Ref Any, DBInstanceClass: x, MasterUsername: app", []),
        ("Engine: postgres", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "E9325") == expected
