import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Free: {Type: String, Default: 'true', AllowedValues: ['true', 'false']}
"""
RESOURCES = """  User:
    Type: AWS::ElastiCache::User
    Properties: {Engine: redis, UserId: a, UserName: default, BODY}
"""
MESSAGE = "anybody may be User, which needs no password; give it one, or an AccessString with off"
ON, OFF = "AccessString: 'on ~* +@all'", "AccessString: 'off ~* +@all'"
FREE = "NoPasswordRequired"


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (f"{ON}, {FREE}: true", FREE),
        (f"{ON}, {FREE}: !Ref Free", FREE),
        (f"{ON}, AuthenticationMode: {{Type: no-password-required}}", "AuthenticationMode/Type"),
        (f"{ON}, {FREE}: !If [IsUsed, true, false]", f"{FREE}/Fn::If/1"),
        (f"{OFF}, {FREE}: true", None),
        (f"AccessString: !Ref Any, {FREE}: true", None),
        (f"{ON}, {FREE}: !Ref Any", None),
        (f"{ON}, {FREE}: false", None),
        (f"{ON}, AuthenticationMode: {{Type: iam}}", None),
        (f"{ON}, Passwords: [!Ref Any]", None),
    ],
)
def test_cases(body: str, at: str | None) -> None:
    found = report(template(RESOURCES, body, PARAMETERS), "W9621")
    assert found == ([(f"Resources/User/Properties/{at}", MESSAGE)] if at else [])
