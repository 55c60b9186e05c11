import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, Default: 'iam:CreateAccessKey'}
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
            "Action: iam:PutRolePolicy, Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "iam:PutRolePolicy on Resource * lets its holder give itself any "
                        "permission; name the resources or remove it"
                    ),
                )
            ],
        ),
        (
            "Action: 'iam:Create*', Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "iam:Create* on Resource * lets its holder give itself any permission; "
                        "name the resources or remove it"
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
                        "iam:CreateAccessKey (parameter Act) on Resource * lets its holder "
                        "give itself any permission; name the resources or remove it"
                    ),
                )
            ],
        ),
        (
            "Action: iam:AttachRolePolicy, Resource: !If [IsUsed, '*', !Ref Any]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "iam:AttachRolePolicy on Resource * lets its holder give itself any "
                        "permission; name the resources or remove it"
                    ),
                )
            ],
        ),
        ("Action: iam:GetRole, Resource: '*'", []),
        # W9508 tells
        ("Action: 'iam:*', Resource: '*'", []),
        (
            ("Action: iam:PutRolePolicy, Resource: !Sub 'arn:aws:iam::${AWS::AccountId}:role/app'"),
            [],
        ),
        ("Action: !Ref Any, Resource: '*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9511") == expected
