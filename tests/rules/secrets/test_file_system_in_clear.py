import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Switch: {Type: String, Default: ENABLED, AllowedValues: [ENABLED, DISABLED]}
"""
RESOURCES = """  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: a, Image: 'a:1'}]
      Volumes: [{Name: data, BODY}]
"""
PATH = "Resources/Task/Properties/Volumes/0/EFSVolumeConfiguration"
MESSAGE = "files of this volume cross the network in plain text; state TransitEncryption: ENABLED"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("EFSVolumeConfiguration: {FilesystemId: fs-1}", [(PATH, MESSAGE)]),
        (
            "EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: !Ref Switch}",
            [(f"{PATH}/TransitEncryption", MESSAGE)],
        ),
        (
            (
                "EFSVolumeConfiguration: {FilesystemId: fs-1, "
                "TransitEncryption: !If [IsUsed, ENABLED, DISABLED]}"
            ),
            [(f"{PATH}/TransitEncryption/Fn::If/2", MESSAGE)],
        ),
        ("EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: ENABLED}", []),
        ("EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: !Ref Any}", []),
        ("Host: {}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9618") == expected
