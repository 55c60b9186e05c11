import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: host}
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
            "RequiresCompatibilities: [FARGATE], IpcMode: task, PidMode: !Ref Given",
            [
                (f"{PATH}/IpcMode", "IpcMode is not supported on Fargate; remove it"),
                (
                    f"{PATH}/PidMode",
                    ("PidMode host (parameter Given) is not supported on Fargate; remove it"),
                ),
            ],
        ),
        ("RequiresCompatibilities: [FARGATE], PidMode: task", []),
        (
            (
                "RequiresCompatibilities: [FARGATE], Volumes: [{Host: "
                "{SourcePath: /x}}, {DockerVolumeConfiguration: {Scope: task}}]"
            ),
            [
                (
                    f"{PATH}/Volumes/0/Host/SourcePath",
                    "Volumes.Host.SourcePath is not supported on Fargate; remove it",
                ),
                (
                    f"{PATH}/Volumes/1/DockerVolumeConfiguration",
                    ("Volumes.DockerVolumeConfiguration is not supported on Fargate; remove it"),
                ),
            ],
        ),
        (
            (
                "RequiresCompatibilities: [EC2, FARGATE], ContainerDefinitions: "
                "[{Privileged: true, LinuxParameters: {Capabilities: {Add: "
                "[NET_ADMIN, SYS_PTRACE]}}}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/LinuxParameters/Capabilities/Add/0",
                    (
                        "LinuxParameters.Capabilities.Add NET_ADMIN is not supported on "
                        "Fargate; remove it"
                    ),
                ),
                (
                    f"{PATH}/ContainerDefinitions/0/Privileged",
                    "Privileged true is not supported on Fargate; remove it",
                ),
            ],
        ),
        ("RequiresCompatibilities: [EC2], ContainerDefinitions: [{Privileged: true}]", []),
        (
            (
                "RequiresCompatibilities: !If [IsYes, [FARGATE], [EC2]], "
                "ContainerDefinitions: [{Privileged: !If [IsYes, true, false]}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/Privileged/Fn::If/1",
                    "Privileged true is not supported on Fargate; remove it",
                )
            ],
        ),
        (
            (
                "RequiresCompatibilities: !If [IsYes, [FARGATE], [EC2]], "
                "ContainerDefinitions: [{Privileged: !If [IsYes, false, true]}]"
            ),
            [],
        ),
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{Privileged: !Ref Any, ResourceRequirements: [{Type: GPU, "
                "Value: '1'}]}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/ResourceRequirements/0/Type",
                    "ResourceRequirements.Type is not supported on Fargate; remove it",
                )
            ],
        ),
        (
            (
                "NetworkMode: awsvpc, ContainerDefinitions: [{Hostname: a, "
                "Links: [b], ExtraHosts: []}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/Hostname",
                    "Hostname is not supported in the awsvpc network mode; remove it",
                ),
                (
                    f"{PATH}/ContainerDefinitions/0/Links/0",
                    "Links is not supported in the awsvpc network mode; remove it",
                ),
            ],
        ),
        ("NetworkMode: bridge, ContainerDefinitions: [{Hostname: a, Links: [b]}]", []),
        (
            (
                "RuntimePlatform: {OperatingSystemFamily: "
                "WINDOWS_SERVER_2022_CORE}, ContainerDefinitions: "
                "[{LinuxParameters: {InitProcessEnabled: true}}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/LinuxParameters",
                    "LinuxParameters is not supported for Windows containers; remove it",
                )
            ],
        ),
        (
            (
                "RuntimePlatform: {OperatingSystemFamily: LINUX}, "
                "ContainerDefinitions: [{LinuxParameters: {InitProcessEnabled: "
                "true}}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9111") == expected
