import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: x}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "HealthCheck: {Interval: 30}",
            [(f"{PATH}/HealthCheck", "HealthCheck has nothing to run; complete its Command")],
        ),
        (
            "HealthCheck: {Command: []}",
            [
                (
                    f"{PATH}/HealthCheck/Command",
                    "HealthCheck has nothing to run; complete its Command",
                )
            ],
        ),
        (
            "HealthCheck: {Command: [CMD-SHELL]}",
            [
                (
                    f"{PATH}/HealthCheck/Command",
                    "HealthCheck has nothing to run; complete its Command",
                )
            ],
        ),
        (
            "HealthCheck: {Command: !If [IsYes, [CMD, x], !Ref 'AWS::NoValue']}",
            [
                (
                    f"{PATH}/HealthCheck/Command/Fn::If/2",
                    "HealthCheck has nothing to run; complete its Command",
                )
            ],
        ),
        ("HealthCheck: !If [IsYes, {Command: [CMD, x]}, !Ref 'AWS::NoValue']", []),
        ("HealthCheck: {Command: !Ref Any}", []),
        ("HealthCheck: {Command: [CMD-SHELL, !Ref Given]}", []),
        ("HealthCheck: {Command: [NONE]}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9149") == expected
