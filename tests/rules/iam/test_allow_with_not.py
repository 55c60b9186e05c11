import pytest
from linting import report
from snippets import template

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
            "NotAction: 'iam:*', Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0",
                    (
                        "Allow with NotAction allows all that is not listed in statement 0 of "
                        "Policy; list what is allowed"
                    ),
                )
            ],
        ),
        (
            "Action: 's3:GetObject', NotResource: !Ref Any",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0",
                    (
                        "Allow with NotResource allows all that is not listed in statement 0 "
                        "of Policy; list what is allowed"
                    ),
                )
            ],
        ),
        (
            (
                "Action: !If [IsUsed, 's3:GetObject', !Ref AWS::NoValue], NotAction: "
                "!If [IsUsed, !Ref AWS::NoValue, 's3:PutObject'], Resource: '*'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0",
                    (
                        "Allow with NotAction allows all that is not listed in statement 0 of "
                        "Policy; list what is allowed"
                    ),
                )
            ],
        ),
        (
            "NotAction: !Ref Any, Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0",
                    (
                        "Allow with NotAction allows all that is not listed in statement 0 of "
                        "Policy; list what is allowed"
                    ),
                )
            ],
        ),
        (
            (
                "NotAction: 'iam:*', Resource: '*', Condition: {Bool: "
                "{'aws:MultiFactorAuthPresent': true}}"
            ),
            [],
        ),
        ("Action: 's3:GetObject', Resource: '*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "W9513") == expected
