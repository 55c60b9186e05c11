import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, Default: hunter2}
"""
RESOURCES = "BODY"
TASK = "  T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, %s}]}}"
HEX = "8f2b64f1c0de4c7d9a51e3b7706a9d12"
MIXED = "b7Qm2xT9vLw4Zr8KpN6s"


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("SESSION_KEY", HEX, True),
        ("COOKIE_KEY", HEX.upper(), True),
        ("APP_KEY", MIXED, True),
        ("SECRET_KEY_BASE", MIXED, True),
        ("cookieSalt", HEX, True),
        ("FERNET_KEY", f"{MIXED}/{MIXED}=", True),
        ("SESSION_KEY", "!If [IsUsed, sid, sid]", False),
        ("SESSION_KEY", "!Ref Any", False),
        ("SESSION_KEY", "!Ref Password", False),
        ("SESSION_KEY", "sid", False),
        ("CACHE_KEY", "shop-Production-Sessions-Version-12", False),
        ("CONFIG_KEY", "config/Prod2024a1/Settings", False),
        ("OBJECT_KEY", HEX, False),
        ("PUBLIC_KEY", MIXED, False),
        ("RECAPTCHA_SITE_KEY", MIXED, False),
        ("KMS_KEY", "1234abcd-12ab-34cd-56ef-1234567890ab", False),
        ("BUILD", HEX, False),
    ],
)
def test_variables_whose_value_looks_like_a_key(name: str, value: str, found: bool) -> None:  # noqa: FBT001 - a table's column
    body = TASK % f"Environment: [{{Name: {name}, Value: {value}}}]"
    assert report(template(RESOURCES, body, PARAMETERS), "W9612") == (
        [
            (
                "Resources/T/Properties/ContainerDefinitions/0/Environment/0/Value",
                f"The template holds the secret in {name}; pass it through Secrets",
            )
        ]
        if found
        else []
    )


@pytest.mark.parametrize(
    ("kind", "body", "path", "name"),
    [
        ("ElastiCache::ReplicationGroup", f"AuthToken: {MIXED}", "AuthToken", "AuthToken"),
        ("ElastiCache::User", f"Passwords: [{MIXED}]", "Passwords/0", "Password"),
        (
            "RDS::DBInstance",
            "MasterUserPassword: !If [IsUsed, '12345678', !Ref Any]",
            "MasterUserPassword/Fn::If/1",
            "MasterUserPassword",
        ),
        (
            "RDS::DBCluster",
            "MasterUserPassword: !If [IsUsed, hunter2hunter2, !Ref Any]",
            "MasterUserPassword/Fn::If/1",
            "MasterUserPassword",
        ),
        (
            "Events::Connection",
            f"AuthParameters: {{ApiKeyAuthParameters: {{ApiKeyName: a, ApiKeyValue: {MIXED}}}}}",
            "AuthParameters/ApiKeyAuthParameters/ApiKeyValue",
            "ApiKeyValue",
        ),
        # cfn-lint says so itself.
        ("RDS::DBInstance", "MasterUserPassword: hunter2hunter2", "", ""),
        ("ElastiCache::ReplicationGroup", "AuthToken: !Ref Any", "", ""),
        ("ElastiCache::ReplicationGroup", "AuthToken: !Ref Password", "", ""),
        (
            "ElastiCache::ReplicationGroup",
            "AuthToken: !Sub '{{resolve:secretsmanager:${Any}}}'",
            "",
            "",
        ),
        ("RDS::DBInstance", "MasterUserPassword: placeholder", "", ""),
        ("RDS::DBInstance", "MasterUsername: hunter2hunter2", "", ""),
    ],
)
def test_properties_that_are_a_secret(kind: str, body: str, path: str, name: str) -> None:
    resource = f"  R: {{Type: AWS::{kind}, Properties: {{{body}}}}}"
    message = f"The template holds this {name}; take it from a secret"
    assert report(template(RESOURCES, resource, PARAMETERS), "W9612") == (
        [(f"Resources/R/Properties/{path}", message)] if path else []
    )
