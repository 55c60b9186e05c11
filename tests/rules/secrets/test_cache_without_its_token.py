import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Token: {Type: String, Default: ''}
"""
RESOURCES = """  Secret: {Type: AWS::SecretsManager::Secret}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {ReplicationGroupDescription: x, BODY}
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {ReplicationGroupDescription: x, AuthToken: !Ref Any}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Environment: [{Name: REDIS_URL, Value: !Sub 'rediss://${Cache.PrimaryEndPoint.Address}'}]
          Secrets: [{Name: NAME, ValueFrom: !Ref Secret}]
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
  Twin: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
"""
OPEN = "TransitEncryptionEnabled: true"


def _found(body: str, name: str = "REDIS_AUTH", resources: str = RESOURCES) -> bool:
    found = report(template(resources.replace("NAME", name), body, PARAMETERS), "W9620")
    message = f"Cache asks for no password, although Service is given {name}; set AuthToken"
    assert found in ([], [("Resources/Cache/Properties", message)])
    return bool(found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (OPEN, True),
        ("AuthToken: !Ref AWS::NoValue", True),
        ("AuthToken: !If [IsUsed, !Ref AWS::NoValue, !Ref AWS::NoValue]", True),
        ("AuthToken: !Sub '{{resolve:secretsmanager:${Secret}}}'", False),
        ("AuthToken: !If [IsUsed, !Ref Any, !Ref AWS::NoValue]", False),
        ("AuthToken: !Ref Token", False),
        ("AuthToken: !Ref Any", False),
        ("UserGroupIds: [!Ref Any]", False),
        ("GlobalReplicationGroupId: !Ref Any", False),
    ],
)
def test_caches(body: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert _found(body) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("REDIS_AUTH_TOKEN", True),
        ("APP_CACHE_PASSWORD", True),
        ("VALKEY_PASSWORD", True),
        ("REDIS_URL", False),
        ("DB_PASSWORD", False),
        ("CACHE_KEY", False),
    ],
)
def test_names(name: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert _found(OPEN, name) is expected


def test_a_container_with_two_caches() -> None:
    other = ", {Name: SESSIONS, Value: !GetAtt Sessions.PrimaryEndPoint.Address}]\n          Sec"
    assert not _found(OPEN, resources=RESOURCES.replace("]\n          Sec", other))


def test_another_container_has_the_address() -> None:
    split = "}]\n        - Name: other\n          Secrets"
    assert not _found(OPEN, resources=RESOURCES.replace("}]\n          Secrets", split))
