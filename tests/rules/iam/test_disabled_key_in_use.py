import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Working: {Type: String, Default: 'false', AllowedValues: ['true', 'false']}
"""
RESOURCES = """  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: !Ref Any, BODY}}
  Named: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/a, TargetKeyId: !Ref Key}}
  Reader: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: {Statement: {Resource: !Ref Key}}}}
  Job: {Type: AWS::Batch::JobQueue, Properties: {Value: !Ref Key}}
"""
QUEUE = "  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}\n"
OFF = "Enabled: false"


def _message(user: str) -> str:
    return f"Key is disabled although {user} encrypts with it; set Enabled to true"


@pytest.mark.parametrize(
    ("body", "end"),
    [
        (OFF, ""),
        ("Enabled: !Ref Working", ""),
        ("Enabled: !If [IsUsed, false, true]", "/Fn::If/1"),
        ("Enabled: true", None),
        ("Enabled: !Ref Any", None),
        ("EnableKeyRotation: true", None),
    ],
)
def test_cases(body: str, end: str | None) -> None:
    found = report(template(RESOURCES + QUEUE, body, PARAMETERS), "W9553")
    path = "Resources/Key/Properties/Enabled"
    assert found == ([(path + end, _message("Queue"))] if end is not None else [])


def test_a_key_that_nothing_encrypts_with() -> None:
    assert report(template(RESOURCES, OFF), "W9553") == []


@pytest.mark.parametrize(
    "properties",
    [
        "{KmsKeyId: !GetAtt Key.Arn}",
        "{SSE: {KMSMasterKeyID: !Ref Key}}",
        "{EncryptionKeyArn: !Ref Key}",
    ],
)
def test_how_a_key_is_used(properties: str) -> None:
    user = f"  Store: {{Type: AWS::Backup::BackupVault, Properties: {properties}}}\n"
    found = report(template(RESOURCES + user, OFF), "W9553")
    assert [message for _, message in found] == [_message("Store")]
