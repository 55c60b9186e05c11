import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 60}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/HealthCheck"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "HealthCheck: {Command: [CMD, x], Interval: 30, Timeout: !Ref Given}",
            [(f"{PATH}/Timeout", "Timeout 60 is not below Interval 30; lower it")],
        ),
        (
            "HealthCheck: {Command: [CMD, x], Interval: 5}",
            [(f"{PATH}/Interval", "Timeout 5 is not below Interval 5; lower it")],
        ),
        (
            (
                "HealthCheck: {Command: [CMD, x], Interval: !If [IsYes, 10, "
                "60], Timeout: !If [IsYes, 5, 60]}"
            ),
            [(f"{PATH}/Timeout/Fn::If/2", "Timeout 60 is not below Interval 60; lower it")],
        ),
        (
            (
                "HealthCheck: {Command: [CMD, x], Interval: !If [IsYes, 10, "
                "60], Timeout: !If [IsYes, 5, 30]}"
            ),
            [],
        ),
        ("HealthCheck: {Command: [CMD, x], Timeout: 29}", []),
        ("HealthCheck: {Command: [CMD, x], Timeout: !Ref Any, Interval: 5}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9148") == expected
