import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Most: {Type: Number, Default: 512}
"""
RESOURCES = """  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql, BODY}
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {DBClusterIdentifier: !Ref Cluster, DBInstanceClass: db.serverless}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Port: 5432",
            [
                (
                    "Resources/Db/Properties/DBInstanceClass",
                    "db.serverless needs a ServerlessV2ScalingConfiguration on Cluster",
                )
            ],
        ),
        (
            "ServerlessV2ScalingConfiguration: {MinCapacity: 8, MaxCapacity: 4}",
            [
                (
                    "Resources/Cluster/Properties/ServerlessV2ScalingConfiguration/MinCapacity",
                    "MinCapacity 8 is above MaxCapacity 4",
                )
            ],
        ),
        (
            "ServerlessV2ScalingConfiguration: {MinCapacity: 0.7, MaxCapacity: 4}",
            [
                (
                    "Resources/Cluster/Properties/ServerlessV2ScalingConfiguration/MinCapacity",
                    "Capacity 0.7 must be 0 to 256 in steps of 0.5",
                )
            ],
        ),
        (
            "ServerlessV2ScalingConfiguration: {MinCapacity: 1, MaxCapacity: !Ref Most}",
            [
                (
                    "Resources/Cluster/Properties/ServerlessV2ScalingConfiguration/MaxCapacity",
                    "Capacity 512 (parameter Most) must be 1 to 256 in steps of 0.5",
                )
            ],
        ),
        (
            (
                "ServerlessV2ScalingConfiguration: {MinCapacity: !If [IsUsed, 16, 2], "
                "MaxCapacity: 4}"
            ),
            [
                (
                    (
                        "Resources/Cluster/Properties/ServerlessV2ScalingConfiguration/MinCapaci"
                        "ty/Fn::If/1"
                    ),
                    "MinCapacity 16 is above MaxCapacity 4",
                )
            ],
        ),
        ("ServerlessV2ScalingConfiguration: {MinCapacity: 0, MaxCapacity: 1}", []),
        ("ServerlessV2ScalingConfiguration: {MinCapacity: !Ref Any, MaxCapacity: 4}", []),
        (
            (
                "ServerlessV2ScalingConfiguration: !If [IsUsed, {MinCapacity: 1, "
                "MaxCapacity: 4}, {MinCapacity: 2, MaxCapacity: 2}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9317") == expected
