import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Version: {Type: String, Default: '16.9'}
  Family: {Type: String, Default: postgres13}
"""
RESOURCES = """  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, Family: BODY}
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, EngineVersion: !Ref Version, DBParameterGroupName: !Ref Group}
  Other:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: mysql, DBParameterGroupName: default.mysql8.0}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "postgres15",
            [
                (
                    "Resources/Db/Properties/DBParameterGroupName",
                    (
                        "The parameter group is of the family postgres15, the database of "
                        "postgres16; give a group of that family"
                    ),
                )
            ],
        ),
        (
            "mysql8.0",
            [
                (
                    "Resources/Db/Properties/DBParameterGroupName",
                    (
                        "The parameter group is of the family mysql8.0, the database of "
                        "postgres; give a group of that family"
                    ),
                )
            ],
        ),
        (
            "aurora-postgresql16",
            [
                (
                    "Resources/Db/Properties/DBParameterGroupName",
                    (
                        "The parameter group is of the family aurora-postgresql16, the "
                        "database of postgres; give a group of that family"
                    ),
                )
            ],
        ),
        (
            "postgresql16",
            [
                (
                    "Resources/Group/Properties/Family",
                    (
                        "There is no parameter group family postgresql16; an example of one is "
                        "postgres16"
                    ),
                )
            ],
        ),
        (
            "postgres7",
            [
                (
                    "Resources/Group/Properties/Family",
                    (
                        "There is no parameter group family postgres7; an example of one is "
                        "postgres16"
                    ),
                )
            ],
        ),
        (
            "!Ref Family",
            [
                (
                    "Resources/Db/Properties/DBParameterGroupName",
                    (
                        "The parameter group is of the family postgres13 (parameter Family), "
                        "the database of postgres16; give a group of that family"
                    ),
                )
            ],
        ),
        (
            "!If [IsUsed, postgres15, postgres16]",
            [
                (
                    "Resources/Db/Properties/DBParameterGroupName",
                    (
                        "The parameter group is of the family postgres15, the database of "
                        "postgres16; give a group of that family"
                    ),
                )
            ],
        ),
        ("postgres16", []),
        ("Postgres16", []),
        ("!Ref Any", []),
        # perhaps a family of tomorrow, but not of this version
        (
            "postgres99",
            [
                (
                    "Resources/Db/Properties/DBParameterGroupName",
                    (
                        "The parameter group is of the family postgres99, the database of "
                        "postgres16; give a group of that family"
                    ),
                )
            ],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9304") == expected
