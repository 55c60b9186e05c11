import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  User: {Type: String, Default: rdsadmin}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: postgres, MasterUsername: admin",
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    "RDS reserves admin; choose another MasterUsername",
                )
            ],
        ),
        (
            "Engine: postgres, MasterUsername: User",
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    "RDS reserves User; choose another MasterUsername",
                )
            ],
        ),
        (
            "Engine: aurora-postgresql, MasterUsername: pg_app",
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    "RDS reserves pg_app; choose another MasterUsername",
                )
            ],
        ),
        (
            "Engine: mysql, MasterUsername: !Ref User",
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    "RDS reserves rdsadmin (parameter User); choose another MasterUsername",
                )
            ],
        ),
        (
            "Engine: mysql, MasterUsername: my-app",
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    (
                        "MasterUsername my-app must start with a letter and hold only letters, "
                        "digits and underscores"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, DBName: my-app",
            [
                (
                    "Resources/Db/Properties/DBName",
                    (
                        "Database name my-app must start with a letter and hold only letters, "
                        "digits and underscores, at most 63"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, DBName: 1app",
            [
                (
                    "Resources/Db/Properties/DBName",
                    (
                        "Database name 1app must start with a letter and hold only letters, "
                        "digits and underscores, at most 63"
                    ),
                )
            ],
        ),
        (
            "Engine: mysql, DBName: _app",
            [
                (
                    "Resources/Db/Properties/DBName",
                    (
                        "Database name _app must start with a letter and hold only letters, "
                        "digits and underscores, at most 64"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, DBName: template1",
            [
                (
                    "Resources/Db/Properties/DBName",
                    "RDS reserves template1; choose another database name",
                )
            ],
        ),
        (
            ("Engine: postgres, MasterUserPassword: !If [IsUsed, short, long-enough-for-it]"),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword/Fn::If/1",
                    "The password has 5 characters; RDS takes 8 to 128",
                )
            ],
        ),
        (
            "Engine: postgres, MasterUserPassword: 'with@and/slash'",
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    "RDS takes no '/' '@' in a master password",
                )
            ],
        ),
        (
            ("Engine: mysql, MasterUserPassword: a-password-of-more-than-forty-one-characters"),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    "The password has 44 characters; RDS takes 8 to 41",
                )
            ],
        ),
        ("Engine: mysql, MasterUsername: admin, DBName: app_1", []),
        (
            (
                "Engine: postgres, MasterUsername: postgres, DBName: _app, "
                "MasterUserPassword: a-password-of-more-than-forty-one-characters"
            ),
            [],
        ),
        (
            (
                "Engine: postgres, MasterUsername: !Ref Any, DBName: !Ref Any, "
                "MasterUserPassword: !Ref Any"
            ),
            [],
        ),
        ("Engine: postgres, MasterUsername: '', DBName: ''", []),
        ("Engine: sqlserver-ee, DBName: my-app", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9310") == expected


IN_SECRET = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {BODY}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Secret, TargetId: !Ref Db, TargetType: 'AWS::RDS::DBInstance'}
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      MasterUsername: !Sub '{{resolve:secretsmanager:${Secret}:SecretString:username}}'
      MasterUserPassword: !Join
        - ''
        - ['{{resolve:secretsmanager:', !Ref Secret, ':SecretString:password::}}']
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """GenerateSecretString: {SecretStringTemplate: '{"username": "admin"}',
      GenerateStringKey: password}""",
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/SecretStringTemplate",
                    "RDS reserves admin; choose another MasterUsername (Db takes it)",
                )
            ],
        ),
        (
            """SecretString: '{"username": "app", "password": "short"}'""",
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "The password has 5 characters; RDS takes 8 to 128 (Db takes it)",
                )
            ],
        ),
        (
            """SecretString: !Sub '{"username": "${User}", "password": "${Any}"}'""",
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "RDS reserves rdsadmin; choose another MasterUsername (Db takes it)",
                )
            ],
        ),
        (
            """SecretString: !If [IsUsed, '{"username": "user"}', !Ref Any]""",
            [
                (
                    "Resources/Secret/Properties/SecretString/Fn::If/1",
                    "RDS reserves user; choose another MasterUsername (Db takes it)",
                )
            ],
        ),
        # Generated, of another key, or not known.
        ("GenerateSecretString: {GenerateStringKey: username}", []),
        (
            """GenerateSecretString: {SecretStringTemplate: '{"username": "admin"}',
      GenerateStringKey: !Ref Any}""",
            [],
        ),
        ("""SecretString: '{"user": "admin", "username": "app"}'""", []),
        ("""SecretString: !Sub '{"username": "${Any}"}'""", []),
        ("SecretString: admin", []),
    ],
)
def test_what_a_secret_of_the_template_holds(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(IN_SECRET, body, PARAMETERS), "E9310") == expected


def test_a_cluster_takes_it_from_a_secret_as_well() -> None:
    cluster = IN_SECRET.replace("AWS::RDS::DBInstance\n", "AWS::RDS::DBCluster\n")
    body = """SecretString: '{"username": "public"}'"""
    assert report(
        template(cluster.replace(": postgres", ": aurora-postgresql"), body, PARAMETERS), "E9310"
    ) == [
        (
            "Resources/Secret/Properties/SecretString",
            "RDS reserves public; choose another MasterUsername (Db takes it)",
        )
    ]


def test_a_secret_that_the_database_does_not_read_may_hold_any_name() -> None:
    body = """SecretString: '{"username": "admin"}'"""
    mysql = IN_SECRET.replace(": postgres", ": mysql")
    apart = IN_SECRET.replace("MasterUsername: !Sub '{{", "MasterUsername: !Sub 'x{{")
    assert report(template(mysql, body, PARAMETERS), "E9310") == []
    assert report(template(apart, body, PARAMETERS), "E9310") == []
