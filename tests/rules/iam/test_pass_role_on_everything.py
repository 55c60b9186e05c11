import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Roles: {Type: String, Default: '*'}
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
            "Action: iam:PassRole, Resource: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "iam:PassRole on * hands any role to any service; name the roles",
                )
            ],
        ),
        (
            (
                "Action: 'iam:Pass*', Resource: !Sub "
                "'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "iam:PassRole on arn:${AWS::Partition}:iam::${AWS::AccountId}:role/* "
                        "hands any role to any service; name the roles"
                    ),
                )
            ],
        ),
        (
            "Action: iam:PassRole, Resource: !Ref Roles",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "iam:PassRole on * (parameter Roles) hands any role to any service; "
                        "name the roles"
                    ),
                )
            ],
        ),
        (
            ("Action: [ecs:RunTask, !If [IsUsed, iam:PassRole, ecs:StopTask]], Resource: '*'"),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "iam:PassRole on * hands any role to any service; name the roles",
                )
            ],
        ),
        (
            (
                "Action: iam:PassRole, Resource: !Sub "
                "'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app-*'"
            ),
            [],
        ),
        (
            (
                "Action: iam:PassRole, Resource: '*', Condition: {StringEquals: "
                "{'iam:PassedToService': ecs-tasks.amazonaws.com}}"
            ),
            [],
        ),
        ("Action: iam:PassRole, Resource: !Ref Any", []),
        ("Action: ecs:RunTask, Resource: '*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9510") == expected
