import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: TOKEN}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/Secrets"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            ("Environment: [{Name: TOKEN, Value: x}], Secrets: [{Name: !Ref Given, ValueFrom: y}]"),
            [
                (
                    f"{PATH}/0/Name",
                    "TOKEN (parameter Given) is set twice in this container; keep one",
                )
            ],
        ),
        (
            "Secrets: [{Name: A, ValueFrom: x}, {Name: A, ValueFrom: y}]",
            [(f"{PATH}/1/Name", "A is set twice in this container; keep one")],
        ),
        (
            (
                "Environment: [!If [IsYes, {Name: A, Value: x}, !Ref "
                "'AWS::NoValue']], Secrets: [!If [IsYes, !Ref 'AWS::NoValue', "
                "{Name: A, ValueFrom: y}]]"
            ),
            [],
        ),
        (
            (
                "Environment: [!If [IsYes, {Name: A, Value: x}, !Ref "
                "'AWS::NoValue']], Secrets: [{Name: A, ValueFrom: y}]"
            ),
            [(f"{PATH}/0/Name", "A is set twice in this container; keep one")],
        ),
        ("Environment: [{Name: A, Value: x}], Secrets: [{Name: !Ref Any, ValueFrom: y}]", []),
        ("Environment: [{Name: A, Value: x}], Secrets: [{Name: B, ValueFrom: y}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9118") == expected
