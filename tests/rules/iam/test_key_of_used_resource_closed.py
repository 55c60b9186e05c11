import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Prefix: {Type: String, Default: sns, AllowedValues: [sns]}
"""
RESOURCES = """  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
          - {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'kms:*', Resource: '*'}
  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}
  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !GetAtt Key.Arn}}
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: !If [IsUsed, !Ref Key, !Ref AWS::NoValue]}}
  Plain: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [BODY]}}]
"""
PATH = "Resources/Role/Properties/Policies/0/PolicyDocument/Statement"


def message(actions: str, name: str) -> str:
    return f"Role may not {actions} with the key of {name}, which this needs; allow it on the key"


BOTH = "kms:Decrypt and kms:GenerateDataKey"
PUBLISH = "{Effect: Allow, Action: 'sns:Publish', Resource: !Ref Topic}"
FROM = "{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: !GetAtt Queue.Arn}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PUBLISH, [(f"{PATH}/0/Resource", message(BOTH, "Topic"))]),
        (FROM, [(f"{PATH}/0/Resource", message("kms:Decrypt", "Queue"))]),
        (
            PUBLISH + ", {Effect: Allow, Action: 'kms:Decrypt', Resource: !GetAtt Key.Arn}",
            [(f"{PATH}/0/Resource", message("kms:GenerateDataKey", "Topic"))],
        ),
        (
            "{Effect: Allow, Action: !Sub '${Prefix}:*', Resource: [!Ref Plain, !Ref Topic]}",
            [(f"{PATH}/0/Resource/1", message(BOTH, "Topic"))],
        ),
        # Under a condition that gives the secret its key.
        (
            "{Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref Secret}",
            [(f"{PATH}/0/Resource", message("kms:Decrypt", "Secret"))],
        ),
        (
            (
                "!If [IsUsed, {Effect: Allow, Action: 'sns:Publish', Resource: !Ref Topic}, "
                "!Ref AWS::NoValue]"
            ),
            [(f"{PATH}/0/Fn::If/1/Resource", message(BOTH, "Topic"))],
        ),
        (PUBLISH + ", {Effect: Allow, Action: 'kms:*', Resource: !GetAtt Key.Arn}", []),
        (PUBLISH + ", {Effect: Allow, Action: 'kms:*', Resource: !Ref Any}", []),
        ("{Effect: Allow, Action: 'sns:Publish', Resource: !Ref Plain}", []),
        ("{Effect: Allow, Action: 'sns:Publish', Resource: !Ref Any}", []),
        ("{Effect: Allow, Action: 'sns:GetTopicAttributes', Resource: !Ref Topic}", []),
        ("{Effect: Deny, Action: 'sns:Publish', Resource: !Ref Topic}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9549") == expected


def test_a_key_whose_policy_names_the_role() -> None:
    named = RESOURCES.replace(
        "Principal: {Service: sns.amazonaws.com}", "Principal: {AWS: !GetAtt Role.Arn}"
    )
    assert report(template(named, PUBLISH, PARAMETERS), "W9549") == []


BUCKET = """
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !Ref Key}
  Stream:
    Type: AWS::Kinesis::Stream
    Properties: {StreamEncryption: {EncryptionType: KMS, KeyId: !Ref Key}}
  Separate:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: separate
      Roles: [!Ref Role]
      PolicyDocument: {Version: '2012-10-17', Statement: [STATEMENT]}
"""


@pytest.mark.parametrize(
    ("action", "resource", "expected"),
    [
        ("s3:PutObject", "!Sub '${Bucket.Arn}/*'", message("kms:GenerateDataKey", "Bucket")),
        ("s3:Get*", "!Join ['/', [!GetAtt Bucket.Arn, '*']]", message("kms:Decrypt", "Bucket")),
        ("kinesis:PutRecords", "!GetAtt Stream.Arn", message("kms:GenerateDataKey", "Stream")),
        ("s3:ListBucket", "!GetAtt Bucket.Arn", None),
        ("s3:PutObject", "!Sub 'arn:aws:s3:::${Any}/*'", None),
        ("s3:PutObject", "!Sub '${Topic}/*'", None),
    ],
)
def test_separate_policies(action: str, resource: str, expected: str | None) -> None:
    statement = f"{{Effect: Allow, Action: '{action}', Resource: {resource}}}"
    with_bucket = RESOURCES + BUCKET.replace("STATEMENT", statement)
    body = "{Effect: Allow, Action: 'logs:*', Resource: '*'}"
    path = "Resources/Separate/Properties/PolicyDocument/Statement/0/Resource"
    found = report(template(with_bucket, body, PARAMETERS), "W9549")
    assert found == ([(path, expected)] if expected else [])
