import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 1.0.0}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /image}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Image: @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "!Sub 'web:${Given}'",
            [
                (
                    f"{PATH}/Image",
                    (
                        "the image comes from parameter Given, whose new default "
                        "existing stacks never get; write it here"
                    ),
                )
            ],
        ),
        (
            "!If [IsYes, !Ref Given, 'web:1']",
            [
                (
                    f"{PATH}/Image/Fn::If/1",
                    (
                        "the image comes from parameter Given, whose new default "
                        "existing stacks never get; write it here"
                    ),
                )
            ],
        ),
        ("!Ref Any", []),
        ("!Ref Stored", []),
        ("web:1", []),
        ("!ImportValue image", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9139") == expected
