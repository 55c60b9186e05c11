import pytest
from linting import report
from snippets import template

RESOURCES = """  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql}
  Address:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: !GetAtt Cluster.Endpoint.Address}
BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "",
            [
                (
                    "Resources/Cluster",
                    (
                        "Cluster has no instance, so its endpoint accepts no connection; add "
                        "an AWS::RDS::DBInstance to it"
                    ),
                )
            ],
        ),
        (
            "  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}",
            [
                (
                    "Resources/Cluster",
                    (
                        "Cluster has no instance, so its endpoint accepts no connection; add "
                        "an AWS::RDS::DBInstance to it"
                    ),
                )
            ],
        ),
        (
            ("  Db: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Cluster}}"),
            [],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: "
                "!If [IsUsed, !Ref Cluster, !Ref Any]}}"
            ),
            [],
        ),
        # may be the same cluster
        (("  Db: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Any}}"), []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "E9316") == expected
