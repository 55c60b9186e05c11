import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, Default: 'kms:*'}
"""
RESOURCES = """  Bucket: {Type: AWS::S3::Bucket}
  Group: {Type: AWS::Logs::LogGroup}
  Queue: {Type: AWS::SQS::Queue}
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, BODY}]}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Action: '*', Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    "* on Resource * allows everything; list actions and resources",
                )
            ],
        ),
        (
            "Action: ['s3:*', 'ecs:DescribeTasks'], Resource: ['*', !GetAtt Queue.Arn]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action/0",
                    "s3:* on Resource * allows all of s3; list actions and resources",
                )
            ],
        ),
        (
            "Action: !Ref Act, Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "kms:* (parameter Act) on Resource * allows all of kms; list actions "
                        "and resources"
                    ),
                )
            ],
        ),
        (
            "Action: 's3:*', Resource: !If [IsUsed, '*', !GetAtt Bucket.Arn]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    "s3:* on Resource * allows all of s3; list actions and resources",
                )
            ],
        ),
        ("Action: 's3:*', Resource: !GetAtt Bucket.Arn", []),
        ("Action: 'ssmmessages:*', Resource: '*'", []),
        (
            (
                "Action: '*', Resource: '*', Condition: {StringEquals: "
                "{'aws:ResourceAccount': '123456789012'}}"
            ),
            [],
        ),
        ("Action: 's3:*', Resource: !Ref Any", []),
        ("Action: ecs:List*, Resource: '*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9508") == expected


@pytest.mark.parametrize(
    ("arn", "named"),
    [
        ("!Sub 'arn:${AWS::Partition}:iam::aws:policy/AmazonS3FullAccess'", "AmazonS3FullAccess"),
        ("!If [IsUsed, 'arn:aws:iam::aws:policy/AWSLambda_FullAccess', !Ref Any]", None),
        ("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", ""),
        ("arn:aws:iam::aws:policy/AWSXrayFullAccess", ""),
        ("arn:aws:iam::123456789012:policy/AppFullAccess", ""),
        ("!Ref Any", ""),
    ],
)
def test_managed_policies(arn: str, named: str | None) -> None:
    role = "  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [BODY]}}\n"
    found = [message for _, message in report(template(role, arn), "W9508")]
    name = "AWSLambda_FullAccess" if named is None else named
    message = f"{name} allows all of its service on every resource; list actions and resources"
    assert found == ([message] if name else [])
