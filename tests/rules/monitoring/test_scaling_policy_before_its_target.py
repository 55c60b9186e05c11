import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: service/a/b}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: service/a/b}
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    @
"""
PATH = "Resources/Policy/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            ("Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: !Ref Given}"),
            [
                (
                    f"{PATH}/ResourceId",
                    ("the policy does not wait for Target; use ScalingTargetId: !Ref Target"),
                )
            ],
        ),
        (
            (
                "Properties: {ScalableDimension: 'ecs:service:DesiredCount', "
                "ResourceId: !If [IsYes, service/a/b, service/a/c]}"
            ),
            [
                (
                    f"{PATH}/ResourceId/Fn::If/1",
                    ("the policy does not wait for Target; use ScalingTargetId: !Ref Target"),
                )
            ],
        ),
        (
            (
                "Properties: {ScalableDimension: 'ecs:service:DesiredCount', "
                "ResourceId: service/a/c}"
            ),
            [],
        ),
        (("Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: !Ref Any}"), []),
        (
            (
                "DependsOn: Target\n    Properties: {ScalableDimension: "
                "'ecs:service:DesiredCount', ResourceId: service/a/b}"
            ),
            [],
        ),
        ("Properties: {ScalingTargetId: !Ref Target}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9820") == expected
