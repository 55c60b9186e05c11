import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: rds}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {@}
"""
PATH = "Resources/Target/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ServiceNamespace: !Ref Given, ScalableDimension: 'ecs:service:DesiredCount'",
            [
                (
                    f"{PATH}/ScalableDimension",
                    (
                        "ecs:service:DesiredCount is a dimension of ecs, not of rds "
                        "(parameter Given)"
                    ),
                )
            ],
        ),
        (
            (
                "ServiceNamespace: !If [IsYes, rds, ecs], ScalableDimension: "
                "!If [IsYes, 'rds:cluster:ReadReplicaCount', "
                "'ecs:service:DesiredCount']"
            ),
            [],
        ),
        (
            (
                "ServiceNamespace: !If [IsYes, ecs, rds], ScalableDimension: "
                "'ecs:service:DesiredCount'"
            ),
            [
                (
                    f"{PATH}/ScalableDimension",
                    "ecs:service:DesiredCount is a dimension of ecs, not of rds",
                )
            ],
        ),
        ("ServiceNamespace: !Ref Any, ScalableDimension: 'ecs:service:DesiredCount'", []),
        (
            (
                "ServiceNamespace: dynamodb, ScalableDimension: "
                "'dynamodb:table:ReadCapacityUnits', ResourceId: orders"
            ),
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId orders does not start with table/, as "
                        "dynamodb:table:ReadCapacityUnits needs"
                    ),
                )
            ],
        ),
        (
            (
                "ServiceNamespace: dynamodb, ScalableDimension: "
                "'dynamodb:table:ReadCapacityUnits', ResourceId: !Sub "
                "'table/${Any}'"
            ),
            [],
        ),
        (
            (
                "ServiceNamespace: rds, ScalableDimension: "
                "'rds:cluster:ReadReplicaCount', ResourceId: !Ref Any"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9813") == expected
