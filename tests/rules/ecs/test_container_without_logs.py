import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: FARGATE}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {RequiresCompatibilities: [!Ref Given], ContainerDefinitions: [@]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "{Name: web}",
            [(f"{PATH}/0", "what this container writes is lost; add LogConfiguration")],
        ),
        (
            "{LogConfiguration: !If [IsYes, {LogDriver: awslogs}, !Ref 'AWS::NoValue']}",
            [(f"{PATH}/0", "what this container writes is lost; add LogConfiguration")],
        ),
        ("{LogConfiguration: {LogDriver: awslogs}}", []),
        ("{LogConfiguration: !Ref Any}", []),
        ("!Ref Any", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9146") == expected
