import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  User: {Type: String, Default: root}
  Name: {Type: String}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      AllocatedStorage: 20
      MasterUsername: app
      DBName: !If [IsUsed, one, two]
      MasterUserPassword: !Ref Any
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: !Sub '{"host": "${Db.Endpoint.Address}", BODY}'}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '"username": "admin", "password": "${Any}"',
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "The secret names admin as username, Db has app; make both the same",
                )
            ],
        ),
        (
            '"username": "${User}", "password": "${Any}"',
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "The secret names root as username, Db has app; make both the same",
                )
            ],
        ),
        # only one branch is wrong
        (
            '"dbname": "one", "password": "${Any}"',
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "The secret names one as dbname, Db has two; make both the same",
                )
            ],
        ),
        (
            '"port": 3306',
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "The secret names 3306 as port, Db has 5432; make both the same",
                )
            ],
        ),
        ('"username": "app", "port": 5432, "password": "${Any}"', []),
        ('"username": "${Name}", "port": ${Db.Endpoint.Port}, "password": "${Any}"', []),
        # another user
        ('"username": "other", "dbname": "other", "password": "${Name}"', []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9614") == expected
