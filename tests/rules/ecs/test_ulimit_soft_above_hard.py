import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 10}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/Ulimits/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Ulimits: [{Name: nofile, SoftLimit: !Ref Given, HardLimit: 5}]",
            [(f"{PATH}/SoftLimit", "SoftLimit 10 (parameter Given) is above HardLimit 5")],
        ),
        (
            (
                "Ulimits: [{Name: nofile, SoftLimit: !If [IsYes, 1, 10], "
                "HardLimit: !If [IsYes, 5, 5]}]"
            ),
            [(f"{PATH}/SoftLimit/Fn::If/2", "SoftLimit 10 is above HardLimit 5")],
        ),
        (
            (
                "Ulimits: [{Name: nofile, SoftLimit: !If [IsYes, 1, 10], "
                "HardLimit: !If [IsYes, 5, 10]}]"
            ),
            [],
        ),
        ("Ulimits: [{Name: nofile, SoftLimit: 5, HardLimit: -1}]", []),
        ("Ulimits: [{Name: nofile, SoftLimit: !Ref Any, HardLimit: 5}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9154") == expected
