import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, Default: 'kms:Decrypt'}
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
            "Action: secretsmanager:GetSecretValue, Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "secretsmanager:GetSecretValue on Resource * reaches what other "
                        "applications own; name the resources"
                    ),
                )
            ],
        ),
        (
            "Action: ['ssm:GetParameter*', 's3:ListAllMyBuckets'], Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action/0",
                    (
                        "ssm:GetParameter* on Resource * reaches what other applications own; "
                        "name the resources"
                    ),
                )
            ],
        ),
        (
            "Action: !Ref Act, Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "kms:Decrypt (parameter Act) on Resource * reaches what other "
                        "applications own; name the resources"
                    ),
                )
            ],
        ),
        (
            "Action: sts:AssumeRole, Resource: !If [IsUsed, '*', !Ref Any]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "sts:AssumeRole on Resource * reaches what other applications own; "
                        "name the resources"
                    ),
                )
            ],
        ),
        ("Action: secretsmanager:GetSecretValue, Resource: !Ref Secret", []),
        # W9508 tells
        ("Action: 'secretsmanager:*', Resource: '*'", []),
        (
            (
                "Action: kms:Decrypt, Resource: '*', Condition: {StringEquals: "
                "{'kms:ViaService': x}}"
            ),
            [],
        ),
        ("Action: kms:Decrypt, Resource: !Ref Any", []),
        ("Action: ecs:DescribeTasks, Resource: '*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9509") == expected
