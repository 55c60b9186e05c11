import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Tls: {Type: String, Default: 'true', AllowedValues: ['true', 'false']}
"""
RESOURCES = """  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {CACHE}
  Global:
    Type: AWS::ElastiCache::ServerlessCache
    Properties: {Engine: valkey, ServerlessCacheName: c}
  Stored:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: !Sub 'redis://:x@${Cache.PrimaryEndPoint.Address}:6379'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: a, Environment: [BODY]}]
"""
ON = "Engine: redis, TransitEncryptionEnabled: true"
OFF = "Engine: redis, TransitEncryptionEnabled: false"
TASK = "Resources/Task/Properties/ContainerDefinitions/0"
AT = f"{TASK}/Environment/0/Value"
PLAIN = "!Sub 'redis://${Cache.PrimaryEndPoint.Address}:${Cache.PrimaryEndPoint.Port}/0'"
TLS = PLAIN.replace("redis:", "rediss:")
HOST = "{Name: REDIS_HOST, Value: !GetAtt Cache.PrimaryEndPoint.Address}"


def found(cache: str, body: str) -> list[tuple[str, str]]:
    return report(template(RESOURCES.replace("CACHE", cache), body, PARAMETERS), "E9727")


@pytest.mark.parametrize(
    ("cache", "value", "inside", "message"),
    [
        (ON, PLAIN, "", "redis://, but Cache takes TLS connections alone; use rediss://"),
        (
            f"{ON}, TransitEncryptionMode: required",
            "!Sub 'valkey://:${Any}@${Cache.ConfigurationEndPoint.Address}:6379'",
            "",
            "valkey://, but Cache takes TLS connections alone; use valkeys://",
        ),
        (
            ON,
            "!Join ['', ['redis://', !GetAtt Cache.PrimaryEndPoint.Address, ':6379']]",
            "",
            "redis://, but Cache takes TLS connections alone; use rediss://",
        ),
        (
            ON,
            f"!If [IsUsed, {TLS}, {PLAIN}]",
            "/Fn::If/2",
            "redis://, but Cache takes TLS connections alone; use rediss://",
        ),
        (OFF, TLS, "", "rediss://, but Cache takes no TLS connections; use redis://"),
        ("Engine: redis", TLS, "", "rediss://, but Cache takes no TLS connections; use redis://"),
        (
            OFF,
            "!Sub 'redis://${Global.Endpoint.Address}:6379'",
            "",
            "redis://, but Global takes TLS connections alone; use rediss://",
        ),
    ],
)
def test_the_scheme_differs(cache: str, value: str, inside: str, message: str) -> None:
    expected = (f"{AT}{inside}", f"CACHE_URL is {message}")
    assert set(found(cache, f"{{Name: CACHE_URL, Value: {value}}}")) == {expected}


def test_through_a_parameter() -> None:
    cache = "Engine: redis, TransitEncryptionEnabled: !Ref Tls"
    for value in (PLAIN, TLS):
        assert found(cache, f"{{Name: CACHE_URL, Value: {value}}}") == []
    fixed = "Engine: redis, TransitEncryptionEnabled: !If [IsUsed, true, true]"
    assert found(fixed, f"{{Name: CACHE_URL, Value: {PLAIN}}}") != []


def test_a_stored_url_and_a_function() -> None:
    resources = RESOURCES.replace("Environment: [BODY]", "Secrets: [BODY]").replace("CACHE", ON)
    stored = template(resources, "{Name: CACHE_URL, ValueFrom: !Ref Stored}")
    message = "CACHE_URL is redis://, but Cache takes TLS connections alone; use rediss://"
    assert report(stored, "E9727") == [(f"{TASK}/Secrets/0/ValueFrom", message)]
    function = f"""
  Function:
    Type: AWS::Lambda::Function
    Properties: {{Environment: {{Variables: {{CACHE_URL: {PLAIN}}}}}}}
"""
    place = "Resources/Function/Properties/Environment/Variables/CACHE_URL"
    alone = template(RESOURCES.replace("CACHE", ON) + function, "{Name: A, Value: b}")
    assert report(alone, "E9727") == [(place, message)]


@pytest.mark.parametrize(
    ("cache", "switch", "message"),
    [
        (
            ON,
            "{Name: REDIS_TLS, Value: 'false'}",
            "REDIS_TLS is false, but Cache takes TLS connections alone; change it",
        ),
        (
            OFF,
            "{Name: CACHE_USE_SSL, Value: !Ref Tls}",
            "CACHE_USE_SSL is true (parameter Tls), but Cache takes no TLS connections; change it",
        ),
    ],
)
def test_a_switch_differs(cache: str, switch: str, message: str) -> None:
    assert found(cache, f"{HOST}, {switch}") == [(AT.replace("ment/0", "ment/1"), message)]


@pytest.mark.parametrize(
    ("cache", "body"),
    [
        (ON, f"{{Name: CACHE_URL, Value: {TLS}}}"),
        (OFF, f"{{Name: CACHE_URL, Value: {PLAIN}}}"),
        ("Engine: redis", f"{{Name: CACHE_URL, Value: {PLAIN}}}"),
        # Both are served, or it is not known.
        (f"{ON}, TransitEncryptionMode: preferred", f"{{Name: CACHE_URL, Value: {PLAIN}}}"),
        ("Engine: redis, TransitEncryptionEnabled: !Ref Any", f"{{Name: U, Value: {PLAIN}}}"),
        ("Engine: redis, GlobalReplicationGroupId: g", f"{{Name: U, Value: {TLS}}}"),
        ("Engine: valkey", f"{{Name: U, Value: {TLS}}}"),
        (ON, "{Name: U, Value: !Ref Any}"),
        # The client may be told elsewhere.
        (ON, f"{{Name: U, Value: {PLAIN}}}, {{Name: REDIS_TLS, Value: 'true'}}"),
        (ON, "{Name: U, Value: !Sub 'redis://${Cache.PrimaryEndPoint.Address}?ssl=true'}"),
        (ON, f"{HOST}, {{Name: REDIS_TLS, Value: 'true'}}"),
        (ON, f"{HOST}, {{Name: REDIS_TLS, Value: !Ref Any}}"),
        (ON, f"{HOST}, {{Name: PG_TLS, Value: 'false'}}"),
        (ON, HOST),
    ],
)
def test_right_or_not_known(cache: str, body: str) -> None:
    assert found(cache, body) == []


def test_a_switch_of_the_database_is_not_meant() -> None:
    body = f"{{Name: U, Value: {PLAIN}}}, {{Name: PGSSLMODE, Value: require}}"
    assert [path for path, _ in found(ON, body)] == [AT]
