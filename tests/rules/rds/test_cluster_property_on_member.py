import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Version: {Type: String, Default: '16.9'}
"""
RESOURCES = """  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql, EngineVersion: '16.8'}
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: aurora-postgresql, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ("DBClusterIdentifier: !Ref Cluster, VPCSecurityGroups: [sg-12345678], Port: 5432"),
            [
                (
                    "Resources/Db/Properties/Port",
                    "Port belongs to the DB cluster, not to its instance Db; move it there",
                ),
                (
                    "Resources/Db/Properties/VPCSecurityGroups",
                    (
                        "VPCSecurityGroups belongs to the DB cluster, not to its instance Db; "
                        "move it there"
                    ),
                ),
            ],
        ),
        (
            "DBClusterIdentifier: !Ref Cluster, MultiAZ: true",
            [
                (
                    "Resources/Db/Properties/MultiAZ",
                    "MultiAZ belongs to the DB cluster, not to its instance Db; move it there",
                )
            ],
        ),
        (
            "DBClusterIdentifier: !Ref Any, MasterUsername: app",
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    (
                        "MasterUsername belongs to the DB cluster, not to its instance Db; "
                        "move it there"
                    ),
                )
            ],
        ),
        (
            ("DBClusterIdentifier: !Ref Cluster, DBName: !If [IsUsed, app, !Ref AWS::NoValue]"),
            [
                (
                    "Resources/Db/Properties/DBName/Fn::If/1",
                    "DBName belongs to the DB cluster, not to its instance Db; move it there",
                )
            ],
        ),
        (
            "DBClusterIdentifier: !Ref Cluster, EngineVersion: !Ref Version",
            [
                (
                    "Resources/Db/Properties/EngineVersion",
                    (
                        "EngineVersion 16.9 (parameter Version) is not the cluster's 16.8; "
                        "leave it out"
                    ),
                )
            ],
        ),
        ("DBClusterIdentifier: !Ref Cluster, EngineVersion: '16.8', MultiAZ: false", []),
        ("DBClusterIdentifier: !Ref Cluster, EngineVersion: !Ref Any", []),
        ("MultiAZ: true, Port: 5432", []),
        (
            (
                "DBClusterIdentifier: !If [IsUsed, !Ref Cluster, !Ref AWS::NoValue], "
                "Port: !If [IsUsed, !Ref AWS::NoValue, 5432]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9315") == expected
