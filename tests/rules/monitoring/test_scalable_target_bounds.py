import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '6'}
  Low: {Type: Number, Default: 1, AllowedValues: [1, 2, 3]}
  High: {Type: Number, Default: 2, AllowedValues: [1, 2, 3]}
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
            "MinCapacity: !Ref Given, MaxCapacity: 5",
            [
                (
                    f"{PATH}/MinCapacity",
                    "MinCapacity 6 (parameter Given) is above MaxCapacity 5; correct one",
                )
            ],
        ),
        ("MinCapacity: !If [IsYes, 1, 9], MaxCapacity: !If [IsYes, 5, 10]", []),
        (
            "MinCapacity: !If [IsYes, 6, 9], MaxCapacity: !If [IsYes, 5, 10]",
            [(f"{PATH}/MinCapacity/Fn::If/1", "MinCapacity 6 is above MaxCapacity 5; correct one")],
        ),
        ("MinCapacity: !Ref Any, MaxCapacity: 5", []),
        ("MinCapacity: 5, MaxCapacity: 5", []),
        (
            "MinCapacity: -1, MaxCapacity: 5",
            [(f"{PATH}/MinCapacity", "a capacity of -1 is below 0")],
        ),
        (
            (
                "MinCapacity: 1, MaxCapacity: 5, ScheduledActions: "
                "[{ScalableTargetAction: {MinCapacity: 3, MaxCapacity: 2}}]"
            ),
            [
                (
                    f"{PATH}/ScheduledActions/0/ScalableTargetAction/MinCapacity",
                    "MinCapacity 3 is above MaxCapacity 2; correct one",
                )
            ],
        ),
        ("MinCapacity: !Ref Low, MaxCapacity: !Ref High", []),
        (
            "MinCapacity: !Ref Low, MaxCapacity: 2",
            [
                (
                    f"{PATH}/MinCapacity",
                    "MinCapacity 3 (parameter Low) is above MaxCapacity 2; correct one",
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9811") == expected
