import pytest
from linting import report

from axonflow_cfn.rules.iam.task_role_cannot_mount import TaskRoleCannotMount

HEAD = """
Parameters:
  Any: {Type: String}
  Use: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
  Mode: {Type: String, Default: ENABLED, AllowedValues: [ENABLED, DISABLED]}
Conditions:
  IsUsed: !Equals [!Ref Use, 'yes']
"""
PATH = "Resources/Task/Properties/Volumes/0/EFSVolumeConfiguration/FilesystemId"
PRINCIPAL = "{AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}"
ACTION = "[elasticfilesystem:ClientMount]"
MOUNTED = "{SourceVolume: files, "
IAM = "{IAM: ENABLED}"


def found(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    text = HEAD + TaskRoleCannotMount.bad
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return report(text, "E9555")


def finding(lacking: str = "ClientWrite") -> list[tuple[str, str]]:
    message = (
        f"neither Role nor the policy of Files allows {lacking}, which mounting it by IAM needs; "
        "allow it"
    )
    return [(PATH, message)]


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ([], "ClientWrite"),
        ([(ACTION, "s3:GetObject")], "ClientMount and ClientWrite"),
        (
            [(ACTION, "s3:GetObject"), (MOUNTED, "{SourceVolume: files, ReadOnly: true, ")],
            "ClientMount",
        ),
        ([(IAM, "{IAM: !Ref Mode}")], "ClientWrite"),
        ([(IAM, "!If [IsUsed, {IAM: ENABLED}, !Ref AWS::NoValue]")], "ClientWrite"),
        ([(PRINCIPAL, "{AWS: !Ref AWS::AccountId}")], "ClientWrite"),
        ([(PRINCIPAL, "{AWS: '123456789012'}")], "ClientWrite"),
        ([(PRINCIPAL, "{AWS: !GetAtt Other.Arn}"),
          ("  Role:\n", "  Other: {Type: AWS::IAM::Role}\n  Role:\n")], "ClientWrite"),
        ([(PRINCIPAL, "'*'"), ("elasticfilesystem:Client*", "elasticfilesystem:ClientMount")],
         "ClientWrite"),
        ([(PRINCIPAL, "'*'"), ("Effect: Allow\n            P", "Effect: Deny\n            P")],
         "ClientWrite"),
    ],
)  # fmt: skip
def test_lacking(changes: list[tuple[str, str]], lacking: str) -> None:
    assert found(*changes) == finding(lacking)


@pytest.mark.parametrize(
    "changes",
    [
        [(ACTION, "'elasticfilesystem:Client*'")],
        [(ACTION, "!Ref Any")],
        [(MOUNTED, "{SourceVolume: files, ReadOnly: true, ")],
        [(MOUNTED, "{SourceVolume: files, ReadOnly: !Ref Any, ")],
        [(IAM, "{IAM: DISABLED}")],
        [(IAM, "{IAM: !Ref Any}")],
        [(IAM, "{AccessPointId: fsap-1}")],
        # The policy of the file system, the default one included, lets the role in, or may.
        [("FileSystemPolicy:", "Unlike:")],
        [("      FileSystemPolicy:\n", "      FileSystemPolicy: !Ref Any\n      Unlike:\n")],
        [(PRINCIPAL, "'*'")],
        [(PRINCIPAL, "{AWS: '*'}")],
        [(PRINCIPAL, "{AWS: !GetAtt Role.Arn}")],
        [(PRINCIPAL, "{AWS: !Ref Any}")],
        [("            Action: elasticfilesystem:Client*", "            NotAction: s3:*"),
         (PRINCIPAL, "'*'")],
        [("TaskRoleArn: !GetAtt Role.Arn", "TaskRoleArn: !Ref Any")],
        [("FilesystemId: !Ref Files", "FilesystemId: !Ref Any")],
        [("      Policies:\n", "      ManagedPolicyArns: [!Ref Any]\n      Policies:\n")],
    ],
)  # fmt: skip
def test_allowed_or_not_known(changes: list[tuple[str, str]]) -> None:
    assert found(*changes) == []
