import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn: {Type: String, Default: 'arn:aws:s3:::bucket'}
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
            "Action: s3:GetObject, Resource: !GetAtt Bucket.Arn",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "s3:GetObject acts on none of ${Bucket.Arn}; it takes arn:*:s3:::*/* "
                        "or arn:*:s3:*:*:accesspoint/*"
                    ),
                )
            ],
        ),
        (
            "Action: [s3:ListBucket, s3:GetObject], Resource: !Sub '${Bucket.Arn}/*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action/0",
                    (
                        "s3:ListBucket acts on none of ${Bucket.Arn}/*; it takes "
                        "arn:*:s3:::<name> or arn:*:s3:*:*:accesspoint/*"
                    ),
                )
            ],
        ),
        (
            "Action: s3:PutObject, Resource: 'arn:aws:s3:::logs'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "s3:PutObject acts on none of arn:aws:s3:::logs; it takes "
                        "arn:*:s3:::*/* or arn:*:s3:*:*:accesspoint/*"
                    ),
                )
            ],
        ),
        (
            (
                "Action: logs:PutLogEvents, Resource: !Sub "
                "'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/ecs/app'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "logs:PutLogEvents acts on none of "
                        "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/ecs/app; it "
                        "takes arn:*:logs:*:*:log-group:*:log-stream:*"
                    ),
                )
            ],
        ),
        (
            (
                "Action: ecr:GetAuthorizationToken, Resource: !Sub "
                "'arn:aws:ecr:${AWS::Region}:${AWS::AccountId}:repository/app'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "ecr:GetAuthorizationToken acts on none of "
                        "arn:aws:ecr:${AWS::Region}:${AWS::AccountId}:repository/app; it takes *"
                    ),
                )
            ],
        ),
        (
            "Action: sqs:SendMessage, Resource: !Ref Arn",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "sqs:SendMessage acts on none of arn:aws:s3:::bucket (parameter Arn); "
                        "it takes arn:*:sqs:*:*:*"
                    ),
                )
            ],
        ),
        (
            (
                "Action: kms:Decrypt, Resource: !Sub "
                "'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/app'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "kms:Decrypt acts on none of "
                        "arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/app; it takes "
                        "arn:*:kms:*:*:key/*"
                    ),
                )
            ],
        ),
        (
            (
                "Action: secretsmanager:GetSecretValue, Resource: !Sub "
                "'arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:app/db'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:app/db "
                        "names no secret: its ARN ends in six more characters; append -?????? "
                        "or use Ref of the secret"
                    ),
                )
            ],
        ),
        (
            (
                "Action: ssm:GetParameters, Resource: !Sub "
                "'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter//app/*'"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter//app/* names "
                        "no parameter: after parameter comes one slash, not two"
                    ),
                )
            ],
        ),
        (
            (
                "Action: s3:GetObject, Resource: !If [IsUsed, !GetAtt Bucket.Arn, "
                "'arn:aws:s3:::b/*']"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "s3:GetObject acts on none of ${Bucket.Arn}; it takes arn:*:s3:::*/* "
                        "or arn:*:s3:*:*:accesspoint/*"
                    ),
                )
            ],
        ),
        # no region, no account
        (
            "Action: sqs:SendMessage, Resource: 'arn:aws:sqs:::queue'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "sqs:SendMessage acts on none of arn:aws:sqs:::queue; it takes "
                        "arn:*:sqs:*:*:*"
                    ),
                )
            ],
        ),
        (
            (
                "Action: [s3:ListBucket, s3:GetObject], Resource: [!GetAtt Bucket.Arn, "
                "!Sub '${Bucket.Arn}/*']"
            ),
            [],
        ),
        ("Action: s3:GetObject, Resource: 'arn:aws:s3:::logs*'", []),
        (("Action: [logs:PutLogEvents, logs:CreateLogStream], Resource: !GetAtt Group.Arn"), []),
        (
            ("Action: [ecr:GetAuthorizationToken, 'ssmmessages:CreateDataChannel'], Resource: '*'"),
            [],
        ),
        (
            (
                "Action: secretsmanager:GetSecretValue, Resource: [!Ref Secret, !Sub "
                "'arn:aws:secretsmanager:*:${AWS::AccountId}:secret:app-??????']"
            ),
            [],
        ),
        ("Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn", []),
        ("Action: s3:GetObject, Resource: !Ref Any", []),
        ("Action: s3:GetObject, Resource: [!GetAtt Bucket.Arn, !ImportValue other]", []),
        ("Action: brandnew:Thing, Resource: !GetAtt Bucket.Arn", []),
        # none of what the pattern covers
        (
            "Action: 's3:*Object', Resource: !GetAtt Bucket.Arn",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    (
                        "s3:*Object acts on none of ${Bucket.Arn}; it takes arn:*:s3:::*/* or "
                        "arn:*:s3:*:*:accesspoint/*"
                    ),
                )
            ],
        ),
        ("Action: 's3:*', Resource: !GetAtt Bucket.Arn", []),
        (
            (
                "Action: 'dynamodb:Query', Resource: !Sub "
                "'arn:aws:dynamodb:*:${AWS::AccountId}:table/t/index/*'"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9514") == expected
