import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Flag: {Type: String, Default: 'true', AllowedValues: ['true']}
"""
RESOURCES = """  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "ContainerDefinitions: [{Name: a, Privileged: true}]",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Privileged",
                    "a privileged container is root on its instance; give it the LinuxParameters.Capabilities that it needs",
                )
            ],
        ),
        (
            "ContainerDefinitions: [{Name: a, Privileged: !Ref Flag}]",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Privileged",
                    "a privileged container is root on its instance; give it the LinuxParameters.Capabilities that it needs",
                )
            ],
        ),
        (
            "PidMode: !If [IsUsed, host, task]",
            [
                (
                    "Resources/Task/Properties/PidMode/Fn::If/1",
                    "PidMode host shows and opens all processes of the instance",
                )
            ],
        ),
        (
            "Volumes: [{Name: s, Host: {SourcePath: /var/run/docker.sock}}], ContainerDefinitions: [{Name: a, MountPoints: [{SourceVolume: s}]}]",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/MountPoints/0",
                    "with /var/run/docker.sock of the instance the container can take it over; remove the mount",
                )
            ],
        ),
        (
            "Volumes: [{Name: s, Host: {SourcePath: /}}], ContainerDefinitions: [{Name: a, MountPoints: [{SourceVolume: s, ReadOnly: true}]}]",
            [],
        ),
        (
            "Volumes: [{Name: s, Host: {SourcePath: /data}}], ContainerDefinitions: [{Name: a, MountPoints: [{SourceVolume: s}]}]",
            [],
        ),
        (
            "ContainerDefinitions: [{Name: a, Privileged: !Ref Any}]",
            [],
        ),
        (
            "PidMode: task",
            [],
        ),
        (
            "RequiresCompatibilities: [FARGATE], PidMode: host",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9559") == expected
