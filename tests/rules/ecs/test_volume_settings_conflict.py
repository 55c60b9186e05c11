import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: DISABLED}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties/Volumes"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, AuthorizationConfig: {IAM: ENABLED}}}]"
            ),
            [
                (
                    f"{PATH}/0/EFSVolumeConfiguration/AuthorizationConfig/IAM",
                    "IAM authorization needs TransitEncryption ENABLED on the EFS volume",
                )
            ],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, TransitEncryption: !Ref Given, "
                "AuthorizationConfig: {AccessPointId: fsap-1}}}]"
            ),
            [
                (
                    f"{PATH}/0/EFSVolumeConfiguration/AuthorizationConfig/AccessPointId",
                    "an access point needs TransitEncryption ENABLED on the EFS volume",
                )
            ],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, TransitEncryption: !If [IsYes, ENABLED, "
                "DISABLED], AuthorizationConfig: {IAM: !If [IsYes, ENABLED, "
                "DISABLED]}}}]"
            ),
            [],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, TransitEncryption: !If [IsYes, DISABLED, "
                "ENABLED], AuthorizationConfig: {IAM: !If [IsYes, ENABLED, "
                "DISABLED]}}}]"
            ),
            [
                (
                    f"{PATH}/0/EFSVolumeConfiguration/AuthorizationConfig/IAM/Fn::If/1",
                    "IAM authorization needs TransitEncryption ENABLED on the EFS volume",
                )
            ],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, TransitEncryption: ENABLED, RootDirectory: /data, "
                "AuthorizationConfig: {AccessPointId: fsap-1}}}]"
            ),
            [
                (
                    f"{PATH}/0/EFSVolumeConfiguration/RootDirectory",
                    ("RootDirectory '/data' is not taken with an access point; leave it out"),
                )
            ],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, TransitEncryption: ENABLED, RootDirectory: /, "
                "AuthorizationConfig: {AccessPointId: fsap-1}}}]"
            ),
            [],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, TransitEncryption: !Ref Any, AuthorizationConfig: "
                "{IAM: ENABLED}}}]"
            ),
            [],
        ),
        (
            (
                "Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: "
                "fs-12345678, RootDirectory: /data}}]"
            ),
            [],
        ),
        (
            "Volumes: [{Name: data, Host: {}, DockerVolumeConfiguration: {Scope: task}}]",
            [
                (
                    f"{PATH}/0",
                    ("a volume is of one kind only; this has DockerVolumeConfiguration, Host"),
                )
            ],
        ),
        (
            (
                "Volumes: [{Name: data, Host: !If [IsYes, {}, !Ref "
                "'AWS::NoValue'], DockerVolumeConfiguration: !If [IsYes, !Ref "
                "'AWS::NoValue', {Scope: task}]}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9115") == expected
