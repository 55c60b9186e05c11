import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 256}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "RequiresCompatibilities: [EC2], ContainerDefinitions: [{Name: web}]",
            [
                (
                    f"{PATH}/0",
                    (
                        "neither the task has Memory nor the container Memory or "
                        "MemoryReservation; give one"
                    ),
                )
            ],
        ),
        (
            (
                "RequiresCompatibilities: [EC2], ContainerDefinitions: "
                "[{Memory: !If [IsYes, 128, !Ref 'AWS::NoValue']}]"
            ),
            [
                (
                    f"{PATH}/0",
                    (
                        "neither the task has Memory nor the container Memory or "
                        "MemoryReservation; give one"
                    ),
                )
            ],
        ),
        (
            (
                "RequiresCompatibilities: [EC2], Memory: !If [IsYes, 512, !Ref "
                "'AWS::NoValue'], ContainerDefinitions: [{Memory: !If [IsYes, "
                "!Ref 'AWS::NoValue', 128]}]"
            ),
            [],
        ),
        (
            (
                "RequiresCompatibilities: [EC2], Memory: !Ref Given, "
                "ContainerDefinitions: [{Name: web}]"
            ),
            [],
        ),
        (
            (
                "RequiresCompatibilities: [EC2], ContainerDefinitions: "
                "[{MemoryReservation: !Ref Any}]"
            ),
            [],
        ),
        ("ContainerDefinitions: [{Name: web}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9113") == expected
