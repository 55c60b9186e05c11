import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn: {Type: String, Default: 'arn:aws:s3:::bucket'}
  Chosen: {Type: String, AllowedValues: ['arn:aws:s3:::bucket']}
"""
RESOURCES = """  Bucket: {Type: AWS::S3::Bucket}
  Group: {Type: AWS::Logs::LogGroup}
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Table: {Type: AWS::DynamoDB::Table}
  Key: {Type: AWS::KMS::Key}
  Cluster: {Type: AWS::ECS::Cluster}
  Task: {Type: AWS::ECS::TaskDefinition}
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
                        "it takes arn:*:sqs:*:*:<name>"
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
                        "arn:*:kms:*:*:key/<name>"
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
                        "arn:*:sqs:*:*:<name>"
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
        # AWS's own documents and parameters belong to no account.
        ("Action: ssm:StartSession, Resource: 'arn:aws:ssm:*::document/AWS-StartSSHSession'", []),
        ("Action: ssm:GetParameter, Resource: 'arn:aws:ssm:*::parameter/aws/service/*'", []),
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


ACTION = "Resources/Policy/Properties/PolicyDocument/Statement/0/Action"
PRODUCT = "arn:${AWS::Partition}:aws-marketplace:${AWS::Region}:${AWS::AccountId}:product/*"
SECRET = "${Secret}"


@pytest.mark.parametrize(
    ("action", "resource", "shown", "takes"),
    [
        ("aws-marketplace:MeterUsage", f"!Sub '{PRODUCT}'", PRODUCT, "*"),
        (
            "aws-marketplace:RegisterUsage",
            "!Ref Chosen",
            "arn:aws:s3:::bucket (parameter Chosen)",
            "*",
        ),
        ("ssm:DescribeParameters", "arn:aws:ssm:*:*:parameter/app/*", None, "*"),
        ("kms:CreateKey", "!GetAtt Key.Arn", "${Key.Arn}", "*"),
        ("ecs:DescribeTaskDefinition", "!Ref Task", "${Task}", "*"),
        (
            "cloudwatch:PutMetricData",
            "arn:aws:cloudwatch:*:*:metric/App",
            None,
            "* or arn:*:cloudwatch:*:*:dataset/*",
        ),
        (
            "ecs:RunTask",
            "!GetAtt Cluster.Arn",
            "${Cluster.Arn}",
            "arn:*:ecs:*:*:task-definition/*",
        ),
        ("sqs:SendMessage", "!Sub '${Queue.Arn}/*'", "${Queue.Arn}/*", "arn:*:sqs:*:*:<name>"),
        ("sqs:SendMessage", "!Ref Topic", "${Topic}", "arn:*:sqs:*:*:<name>"),
        ("sns:Publish", "!Sub '${Topic}:*'", "${Topic}:*", "arn:*:sns:*:*:<name>"),
        ("kms:Decrypt", "!Sub '${Key.Arn}/*'", "${Key.Arn}/*", "arn:*:kms:*:*:key/<name>"),
        (
            "dynamodb:PutItem",
            "!Sub '${Table.Arn}/index/*'",
            "${Table.Arn}/index/*",
            "arn:*:dynamodb:*:*:table/<name>",
        ),
        (
            "dynamodb:GetRecords",
            "!If [IsUsed, !GetAtt Table.Arn, '*']",
            "${Table.Arn}",
            "arn:*:dynamodb:*:*:table/<name>/stream/*",
        ),
    ],
)
def test_formats(action: str, resource: str, shown: str | None, takes: str) -> None:
    message = f"{action} acts on none of {shown or resource}; it takes {takes}"
    body = f"Action: '{action}', Resource: {resource}"
    assert report(template(RESOURCES, body, PARAMETERS), "W9514") == [(ACTION, message)]


@pytest.mark.parametrize("resource", ["'${Secret}-??????'", "'${Secret}/*'", "'${Secret}-*'"])
def test_the_ref_of_a_secret_is_whole(resource: str) -> None:
    body = f"Action: secretsmanager:GetSecretValue, Resource: !Sub {resource}"
    assert report(template(RESOURCES, body), "W9514") == [
        (
            "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
            (
                f"{resource[1:-1]} names no secret: the Ref of a secret is its whole ARN, with "
                "the six characters at the end; take the Ref alone"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("action", "resource"),
    [
        ("aws-marketplace:MeterUsage", "'*'"),
        ("aws-marketplace:MeterUsage", "!Ref Any"),
        ("aws-marketplace:Subscribe", f"!Sub '{PRODUCT}'"),
        # Checked against arn:aws:ssm:<region>:<account>:*
        ("ssm:DescribeParameters", "!Sub 'arn:aws:ssm:*:${AWS::AccountId}:*'"),
        ("dynamodb:ListTables", "!Sub 'arn:aws:dynamodb:*:${AWS::AccountId}:table/*'"),
        ("dynamodb:ListStreams", "!GetAtt Table.Arn"),
        ("dynamodb:GetRecords", "!Sub '${Table.Arn}/stream/*'"),
        ("dynamodb:Query", "!Sub '${Table.Arn}/index/*'"),
        ("dynamodb:Query", "!GetAtt Table.Arn"),
        ("ecs:RunTask", "!Ref Task"),
        ("ecs:RunTask", "!Sub 'arn:aws:ecs:*:${AWS::AccountId}:task-definition/${AWS::StackName}-*'"),
        ("ecs:RegisterTaskDefinition", "'arn:aws:ecs:*:*:task-definition/app:*'"),
        ("sqs:SendMessage", "!Sub 'arn:aws:sqs:*:${AWS::AccountId}:${AWS::StackName}-*'"),
        ("sqs:SendMessage", "!Sub '${Queue.Arn}*'"),
        ("sns:Unsubscribe", "!Sub '${Topic}:*'"),
        ("secretsmanager:GetSecretValue", "!Sub '${Secret}*'"),
        ("secretsmanager:GetSecretValue", "!Ref Secret"),
    ],
)  # fmt: skip
def test_what_matches_or_is_not_known(action: str, resource: str) -> None:
    body = f"Action: '{action}', Resource: {resource}"
    assert report(template(RESOURCES, body, PARAMETERS), "W9514") == []


DATABASES = """  Database: {Type: AWS::RDS::DBInstance, Properties: {}}
  Whole: {Type: AWS::RDS::DBCluster, Properties: {}}
"""


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("${Database}", "DbiResourceId of Database"),
        ("${Whole}", "DBClusterResourceId of Whole"),
        ("${Database.DbiResourceId}", None),
        ("${Any}", None),
        ("*", None),
    ],
)
def test_database_users(name: str, attribute: str | None) -> None:
    arn = f"arn:aws:rds-db:*:${{AWS::AccountId}}:dbuser:{name}/app"
    body = f"Action: rds-db:connect, Resource: !Sub '{arn}'"
    message = f"{arn} names no database user: its ARN holds the resource id, so use {attribute}"
    path = "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource"
    found = report(template(RESOURCES + DATABASES, body), "W9514")
    assert found == ([(path, message)] if attribute else [])
