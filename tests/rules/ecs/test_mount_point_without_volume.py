import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: cache}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "Volumes: [{Name: data}], ContainerDefinitions: [{MountPoints: "
                "[{SourceVolume: !Ref Given}]}]"
            ),
            [
                (
                    f"{PATH}/MountPoints/0/SourceVolume",
                    ("Task declares no volume named 'cache (parameter Given)' (it has data)"),
                )
            ],
        ),
        (
            "ContainerDefinitions: [{MountPoints: [{SourceVolume: data}]}]",
            [
                (
                    f"{PATH}/MountPoints/0/SourceVolume",
                    "Task declares no volume named 'data' (it has none)",
                )
            ],
        ),
        (
            (
                "Volumes: [!If [IsYes, {Name: data}, !Ref 'AWS::NoValue']], "
                "ContainerDefinitions: [{MountPoints: [{SourceVolume: data}]}]"
            ),
            [],
        ),
        (
            (
                "Volumes: [!If [IsYes, {Name: data}, !Ref 'AWS::NoValue']], "
                "ContainerDefinitions: [{MountPoints: [!If [IsYes, !Ref "
                "'AWS::NoValue', {SourceVolume: data}]]}]"
            ),
            [
                (
                    f"{PATH}/MountPoints/0/Fn::If/2/SourceVolume",
                    "Task declares no volume named 'data' (it has none)",
                )
            ],
        ),
        (
            (
                "Volumes: [{Name: !Ref Any}], ContainerDefinitions: "
                "[{MountPoints: [{SourceVolume: data}]}]"
            ),
            [],
        ),
        (
            (
                "Volumes: [{Name: data}], ContainerDefinitions: [{MountPoints: "
                "[{SourceVolume: !Ref Any}]}]"
            ),
            [],
        ),
        (
            "ContainerDefinitions: [{Name: web, VolumesFrom: [{SourceContainer: db}]}]",
            [
                (
                    f"{PATH}/VolumesFrom/0/SourceContainer",
                    "Task declares no container named 'db' (it has web)",
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, VolumesFrom: "
                "[{SourceContainer: db}]}, {Name: db}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9114") == expected
