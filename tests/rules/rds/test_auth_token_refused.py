import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Length: {Type: Number, Default: 8, AllowedValues: [8, 64]}
  Token: {Type: String, Default: short}
"""
RESOURCES = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {BODY}}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {AuthToken: !Sub '{{resolve:secretsmanager:${Secret}:SecretString}}'}
"""
AT = "Resources/Cache/Properties/AuthToken"
JSON = "SecretStringTemplate: '{}', GenerateStringKey: token"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "PasswordLength: 12, ExcludePunctuation: true",
            "Secret generates 12 characters; ElastiCache takes 16 to 128",
        ),
        (
            "PasswordLength: !Ref Length, ExcludePunctuation: true",
            "Secret generates 8 characters; ElastiCache takes 16 to 128",
        ),
        (
            "PasswordLength: !If [IsUsed, 256, 64], ExcludePunctuation: true",
            "Secret generates 256 characters; ElastiCache takes 16 to 128",
        ),
        (
            "PasswordLength: 64",
            (
                "Secret generates AUTH tokens with any of \"%'()*+,./:;=?@[\\]_`{|}~, which "
                "ElastiCache refuses; set ExcludePunctuation: true"
            ),
        ),
        (
            "ExcludeCharacters: '\"@/'",
            (
                "Secret generates AUTH tokens with any of %'()*+,.:;=?[\\]_`{|}~, which "
                "ElastiCache refuses; set ExcludePunctuation: true"
            ),
        ),
        (
            f"{JSON}, ExcludePunctuation: true",
            "Secret is JSON, not the token alone; read its key token",
        ),
    ],
)
def test_generated(body: str, message: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9327") == [(AT, message)]


@pytest.mark.parametrize(
    "body",
    [
        "PasswordLength: 64, ExcludePunctuation: true",
        "ExcludePunctuation: true",
        'ExcludeCharacters: "\\"%\'()*+,./:;=?@[\\\\]_`{|}~"',
        "PasswordLength: !Ref Any, ExcludePunctuation: !Ref Any",
        "ExcludeCharacters: !Ref Any",
        "'Fn::Transform': {Name: AWS::Include}",
    ],
)
def test_taken_or_not_known(body: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9327") == []


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("token", "Secret generates 12 characters; ElastiCache takes 16 to 128"),
        ("other", ""),
        ("${Any}", ""),
    ],
)
def test_one_key_of_a_secret(key: str, message: str) -> None:
    read = RESOURCES.replace("SecretString}}", f"SecretString:{key}}}}}")
    body = f"{JSON}, PasswordLength: 12, ExcludePunctuation: true"
    found = report(template(read, body, PARAMETERS), "E9327")
    assert found == ([(AT, message)] if message else [])


CACHE = """  Cache: {Type: AWS::ElastiCache::ReplicationGroup, Properties: {AuthToken: BODY}}
  User: {Type: AWS::ElastiCache::User, Properties: {Passwords: [PASSWORD]}}
"""
SHORT = "the password has 5 characters; ElastiCache takes 16 to 128"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("!Ref Token", SHORT),
        (
            "'a longer token @ home'",
            "the AUTH token holds other characters than letters, digits and !&#$^<>-",
        ),
        ("abcdefghijklmnop", ""),
        ("''", ""),
        ("!Ref Any", ""),
        ("!Sub '{{resolve:secretsmanager:${Any}}}'", ""),
        ("'{{resolve:ssm-secure:token}}'", ""),
    ],
)
def test_stated(body: str, message: str) -> None:
    users = CACHE.replace("PASSWORD", "'a longer token @ home'")
    found = report(template(users, body, PARAMETERS), "E9327")
    assert found == ([(AT, message)] if message else [])


def test_the_password_of_a_user() -> None:
    users = template(CACHE.replace("PASSWORD", "short"), "!Ref Any")
    assert report(users, "E9327") == [("Resources/User/Properties/Passwords/0", SHORT)]
