import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Switch: {Type: String, Default: 'false'}
"""
RESOURCES = """BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "  F: {Type: AWS::EFS::FileSystem}",
            [("Resources/F", "Encrypted of F is off by default; state Encrypted: true")],
        ),
        (
            "  F: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: !Ref Switch}}",
            [("Resources/F/Properties/Encrypted", "Encrypted of F is off; state Encrypted: true")],
        ),
        (
            (
                "  F: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: !If "
                "[IsUsed, true, false]}}"
            ),
            [
                (
                    "Resources/F/Properties/Encrypted/Fn::If/2",
                    "Encrypted of F is off; state Encrypted: true",
                )
            ],
        ),
        (
            (
                "  C: {Type: AWS::ElastiCache::ReplicationGroup, Properties: "
                "{ReplicationGroupDescription: x, AtRestEncryptionEnabled: true}}"
            ),
            [
                (
                    "Resources/C/Properties",
                    (
                        "TransitEncryptionEnabled of C is off by default; state "
                        "TransitEncryptionEnabled: true"
                    ),
                )
            ],
        ),
        (
            "  Q: {Type: AWS::SQS::Queue, Properties: {SqsManagedSseEnabled: false}}",
            [
                (
                    "Resources/Q/Properties/SqsManagedSseEnabled",
                    "SqsManagedSseEnabled of Q is false; set it to true",
                )
            ],
        ),
        (
            (
                "  T: {Type: AWS::EC2::LaunchTemplate, Properties: "
                "{LaunchTemplateData: {BlockDeviceMappings: [{Ebs: {Encrypted: false}}]}}}"
            ),
            [
                (
                    (
                        "Resources/T/Properties/LaunchTemplateData/BlockDeviceMappings/0/Ebs/Enc"
                        "rypted"
                    ),
                    "Encrypted of T is false; set it to true",
                )
            ],
        ),
        (
            (
                "  D: {Type: AWS::OpenSearchService::Domain, Properties: "
                "{EncryptionAtRestOptions: {Enabled: false}}}"
            ),
            [
                (
                    "Resources/D/Properties/EncryptionAtRestOptions/Enabled",
                    "Enabled of D is false; set it to true",
                )
            ],
        ),
        ("  F: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: true}}", []),
        ("  F: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: !Ref Any}}", []),
        ("  V: {Type: AWS::EC2::Volume, Properties: {SnapshotId: !Ref Any}}", []),
        ("  Q: {Type: AWS::SQS::Queue}", []),
        (
            (
                "  C: {Type: AWS::ElastiCache::ReplicationGroup, Properties: "
                "{AtRestEncryptionEnabled: true, TransitEncryptionEnabled: true}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9616") == expected
