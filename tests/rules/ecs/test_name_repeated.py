import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: web}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ContainerDefinitions: [{Name: web}, {Name: !Ref Given}]",
            [
                (
                    f"{PATH}/ContainerDefinitions/1/Name",
                    "another container is named 'web (parameter Given)' as well",
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [!If [IsYes, {Name: web}, !Ref "
                "'AWS::NoValue'], !If [IsYes, !Ref 'AWS::NoValue', {Name: "
                "web}]]"
            ),
            [],
        ),
        (
            ("ContainerDefinitions: [!If [IsYes, {Name: web}, !Ref 'AWS::NoValue'], {Name: web}]"),
            [(f"{PATH}/ContainerDefinitions/1/Name", "another container is named 'web' as well")],
        ),
        ("ContainerDefinitions: [{Name: web}, {Name: !Ref Any}]", []),
        (
            "Volumes: [{Name: data}, {Name: data}]",
            [(f"{PATH}/Volumes/1/Name", "another volume is named 'data' as well")],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, PortMappings: "
                "[{ContainerPort: 80, Name: a}]}, {Name: b, PortMappings: "
                "[{ContainerPort: 81, Name: a}]}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/1/PortMappings/0/Name",
                    "another port mapping is named 'a' as well",
                )
            ],
        ),
        (
            (
                "NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, "
                "PortMappings: [{ContainerPort: 80, Name: a}]}, {Name: b, "
                "PortMappings: [{ContainerPort: 80, Name: b}]}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/1/PortMappings/0/ContainerPort",
                    "port 80 is mapped twice; all containers of the task share its ports",
                )
            ],
        ),
        (
            (
                "NetworkMode: bridge, ContainerDefinitions: [{Name: web, "
                "PortMappings: [{ContainerPort: 80, Name: a}]}, {Name: b, "
                "PortMappings: [{ContainerPort: 80, Name: b}]}]"
            ),
            [],
        ),
        (
            (
                "NetworkMode: awsvpc, ContainerDefinitions: [{PortMappings: "
                "[{ContainerPort: 53}, {ContainerPort: 53, Protocol: udp}]}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9117") == expected
