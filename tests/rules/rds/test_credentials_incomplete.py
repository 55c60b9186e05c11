import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, NoEcho: true}
  Manage: {Type: String, Default: 'false', AllowedValues: ['true', 'false']}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {AllocatedStorage: 20, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "MasterUsername: app, MasterUserPassword: !Ref Password, "
                "ManageMasterUserPassword: true"
            ),
            [
                (
                    "Resources/Db/Properties/ManageMasterUserPassword",
                    (
                        "ManageMasterUserPassword and MasterUserPassword exclude each other; "
                        "remove one"
                    ),
                )
            ],
        ),
        (
            "MasterUsername: app",
            [
                (
                    "Resources/Db/Properties",
                    (
                        "Db has no master password; give MasterUserPassword or "
                        "ManageMasterUserPassword: true"
                    ),
                )
            ],
        ),
        (
            "MasterUserPassword: !Ref Password",
            [("Resources/Db/Properties", "Db needs MasterUsername")],
        ),
        (
            "MasterUsername: app, ManageMasterUserPassword: !Ref Manage",
            [
                (
                    "Resources/Db/Properties",
                    (
                        "Db has no master password; give MasterUserPassword or "
                        "ManageMasterUserPassword: true"
                    ),
                )
            ],
        ),
        (
            (
                "MasterUsername: app, MasterUserPassword: !Ref Password, "
                "MasterUserSecretKmsKeyId: !Ref Any"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserSecretKmsKeyId",
                    "MasterUserSecretKmsKeyId needs ManageMasterUserPassword: true",
                )
            ],
        ),
        (
            (
                "MasterUsername: app, MasterUserPassword: !If [IsUsed, !Ref Password, "
                "!Ref AWS::NoValue]"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword/Fn::If/2",
                    (
                        "Db has no master password; give MasterUserPassword or "
                        "ManageMasterUserPassword: true"
                    ),
                )
            ],
        ),
        (
            (
                "MasterUsername: app, MasterUserPassword: !If [IsUsed, !Ref Password, "
                "!Ref AWS::NoValue], ManageMasterUserPassword: !If [IsUsed, !Ref "
                "AWS::NoValue, true]"
            ),
            [],
        ),
        (
            (
                "MasterUsername: app, ManageMasterUserPassword: true, "
                "MasterUserSecretKmsKeyId: !Ref Any"
            ),
            [],
        ),
        ("MasterUsername: app, ManageMasterUserPassword: !Ref Any", []),
        ("MasterUsername: app, DBSnapshotIdentifier: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9309") == expected
