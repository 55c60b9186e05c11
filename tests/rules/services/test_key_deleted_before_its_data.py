import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Own: {Type: String, Default: 'yes', AllowedValues: ['yes']}
"""
RESOURCES = """  Key:
    Type: AWS::KMS::Key
  BODY
"""
KEPT = "Resources/Key"


def lost(name: str, policy: str) -> str:
    return (
        f"Key is deleted with the stack, and {name}, kept by {policy}, can't be read any more; "
        "give the key DeletionPolicy: Retain"
    )


DATABASE = """Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    Properties: {StorageEncrypted: true, KmsKeyId: !GetAtt Key.Arn}
"""
BUCKET = """Bucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: VALUE}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (DATABASE, [(KEPT, lost("Database", "Snapshot"))]),
        ("  DeletionPolicy: Delete\n  " + DATABASE, [(f"{KEPT}/DeletionPolicy", lost("Database", "Snapshot"))]),
        (BUCKET.replace("VALUE", "!Ref Key"), [(KEPT, lost("Bucket", "Retain"))]),
        (
            BUCKET.replace("VALUE", "!If [IsUsed, !GetAtt Key.Arn, !Ref AWS::NoValue]"),
            [(KEPT, lost("Bucket", "Retain"))],
        ),
        ("  DeletionPolicy: Retain\n  " + DATABASE, []),
        ("  DeletionPolicy: RetainExceptOnCreate\n  " + DATABASE, []),
        (DATABASE.replace("Snapshot", "Delete"), []),
        (DATABASE.replace("    DeletionPolicy: Snapshot\n", ""), []),
        (BUCKET.replace("VALUE", "!Ref Any"), []),
        (BUCKET.replace("VALUE", "alias/aws/s3"), []),
    ],
)  # fmt: skip
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9920") == expected


def test_a_bucket_that_exists_for_one_choice_only() -> None:
    body = BUCKET.replace("VALUE", "!Ref Key").replace(
        "    Deletion", "    Condition: Is\n    Deletion"
    )
    conditions = template(RESOURCES, body, PARAMETERS).replace(
        "Conditions:", "Conditions:\n  Is: !Equals [!Ref Own, 'yes']"
    )
    assert report(conditions, "W9920") == [(KEPT, lost("Bucket", "Retain"))]
    assert report(conditions.replace("Own, 'yes'", "Own, 'no'"), "W9920") == []
