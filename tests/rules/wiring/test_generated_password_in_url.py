import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Out: {Type: String, Default: '@/'}
"""
RESOURCES = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: GENERATED}
  Url:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: BODY}
"""
KEYED = "{SecretStringTemplate: '{}', GenerateStringKey: password, REST}"
AT = "Resources/Url/Properties/Value"
RESOLVED = "{{resolve:secretsmanager:${Secret}:SecretString:password}}"
URL = f"!Sub 'postgresql://app:{RESOLVED}@db.corp:5432/app'"


def found(generated: str, body: str) -> list[tuple[str, str]]:
    resources = RESOURCES.replace("GENERATED", generated)
    return sorted(set(report(template(resources, body, PARAMETERS), "E9728")))


def message(left: str) -> str:
    return (
        f"Secret generates passwords with {left}, which break this URL; name them in "
        "ExcludeCharacters"
    )


@pytest.mark.parametrize(
    ("rest", "body", "inside", "left"),
    [
        ("PasswordLength: 32", URL, "", "# % / ? @"),
        ("ExcludeCharacters: '\"@/\\'", URL, "", "# % ?"),
        ("ExcludeCharacters: !Ref Out", URL, "", "# % ?"),
        ("ExcludePunctuation: !If [IsUsed, true, false]", URL, "", "# % / ? @"),
        ("ExcludeCharacters: '@/'", f"!If [IsUsed, {URL}, x]", "/Fn::If/1", "# % ?"),
        (
            "ExcludeCharacters: '@/'",
            f"!Join ['', ['amqps://', !Ref Any, ':', !Sub '{RESOLVED}', '@mq']]",
            "",
            "# % ?",
        ),
        (
            "ExcludeCharacters: '@/'",
            f"!Sub '[\"redis://:{RESOLVED}@cache:6379\"]'",
            "",
            "# % ?",
        ),
        (
            "ExcludeCharacters: '@/'",
            f"!Sub 'jdbc:postgresql://db/app?user=a&password={RESOLVED}'",
            "",
            "% &",
        ),
    ],
)
def test_unsafe(rest: str, body: str, inside: str, left: str) -> None:
    assert found(KEYED.replace("REST", rest), body) == [(f"{AT}{inside}", message(left))]


def test_a_secret_that_is_the_password_alone() -> None:
    body = "!Sub 'https://u:{{resolve:secretsmanager:${Secret}}}@example.com/'"
    assert found("{PasswordLength: 20}", body) == [(AT, message("# % / ? @"))]
    assert found(KEYED.replace("REST", "PasswordLength: 20"), body) == []


@pytest.mark.parametrize(
    ("rest", "body"),
    [
        ("ExcludePunctuation: true", URL),
        ("ExcludeCharacters: '\"@/\\#%?'", URL),
        ("ExcludeCharacters: !Ref Any", URL),
        ("ExcludePunctuation: !Ref Any", URL),
        # Another key, no URL, another place in it.
        ("PasswordLength: 32", URL.replace(":password}}", ":username}}")),
        ("PasswordLength: 32", URL.replace(":password}}", ":${Any}}}")),
        ("PasswordLength: 32", f"!Sub '{RESOLVED}'"),
        ("PasswordLength: 32", f"!Sub 'user:{RESOLVED}@db'"),
        ("PasswordLength: 32", f"!Sub 'host=db user=a password={RESOLVED}'"),
        ("PasswordLength: 32", f"!Sub 'https://example.com/x#{RESOLVED}'"),
    ],
)
def test_safe_or_not_known(rest: str, body: str) -> None:
    assert found(KEYED.replace("REST", rest), body) == []


def test_only_what_is_used_together() -> None:
    generated = (
        "!If [IsUsed, {SecretStringTemplate: '{}', GenerateStringKey: password, "
        "ExcludePunctuation: true}, !Ref AWS::NoValue]"
    )
    assert found(generated, URL) == []
    other = generated.replace("ExcludePunctuation: true", "PasswordLength: 9")
    assert found(other, f"!If [IsUsed, x, {URL}]") == []
    assert found(other, f"!If [IsUsed, {URL}, x]") != []
