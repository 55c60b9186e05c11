import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 1.3.0}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {PidMode: !If [IsYes, task, !Ref 'AWS::NoValue']}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, @}
"""
PATH = "Resources/Service/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "PlatformVersion: 1.5.0",
            [(f"{PATH}/PlatformVersion", "there is no platform version 1.5.0; write LATEST")],
        ),
        (
            "PlatformVersion: !Ref Given, EnableExecuteCommand: true",
            [
                (
                    f"{PATH}/PlatformVersion",
                    (
                        "platform version 1.3.0 (parameter Given) has no ECS Exec, "
                        "PidMode; use 1.4.0 or LATEST"
                    ),
                )
            ],
        ),
        (
            "PlatformVersion: !If [IsYes, 1.3.0, LATEST]",
            [
                (
                    f"{PATH}/PlatformVersion/Fn::If/1",
                    "platform version 1.3.0 has no PidMode; use 1.4.0 or LATEST",
                )
            ],
        ),
        ("PlatformVersion: !If [IsYes, LATEST, 1.3.0]", []),
        ("PlatformVersion: LATEST, EnableExecuteCommand: true", []),
        ("PlatformVersion: !Ref Any", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9130") == expected
