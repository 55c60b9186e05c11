"""W9620."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.connections import connections
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUP = "AWS::ElastiCache::ReplicationGroup"
_TOKEN = re.compile(
    r"(.*_)?(REDIS|VALKEY|CACHE|ELASTICACHE)(_?URL)?_?(AUTH|AUTH_?TOKEN|TOKEN|PASSWORD|PASSWD|PASS)"
)


class CacheWithoutItsToken(DeployabilityRule):
    """A cache that lets everybody in, although its clients bring a password."""

    id = "W9620"
    shortdesc = "Cache asks for no password although its clients are given one"
    description = (
        "Without AuthToken and UserGroupIds whoever reaches the cache may read and change all of "
        "it, and a client that sends its password is refused ('AUTH called without any password "
        "configured for the default user'). Set AuthToken to the secret that the containers get."
    )
    source_url = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html"
    tags = ["resources", "elasticache", "ecs", "security"]
    bad = """
Resources:
  Token:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {ExcludePunctuation: true}}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {ReplicationGroupDescription: x, Engine: redis, TransitEncryptionEnabled: true}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment: [{Name: REDIS_HOST, Value: !GetAtt Cache.PrimaryEndPoint.Address}]
          Secrets: [{Name: REDIS_AUTH_TOKEN, ValueFrom: !Ref Token}]
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
"""
    good = bad.replace(
        "Engine: redis,",
        "Engine: redis, AuthToken: !Sub '{{resolve:secretsmanager:${Token}}}',",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for containers with the address of one cache, and with a password for a cache."""
        if not model.of_type(_GROUP):
            return
        found: dict[object, Finding] = {}
        for service in model.of_type("AWS::ECS::Service"):
            for task in task_definitions(service):
                for container in task.values("ContainerDefinitions.*"):
                    for name in _tokens(container):
                        for place in _open_caches(model, container, name):
                            found.setdefault(
                                place.path,
                                Finding(
                                    place.path,
                                    f"{place.path[1]} asks for no password, although "
                                    f"{service.logical_id} is given {name.shown}; set AuthToken",
                                ),
                            )
        yield from found.values()


def _tokens(container: Value) -> Iterator[Value]:
    """The names of the secrets that can only be the password of a cache."""
    for name in container.values("Secrets.*.Name"):
        if _TOKEN.fullmatch((name.text or "").upper()):
            yield name


def _open_caches(model: TemplateModel, container: Value, name: Value) -> Iterator[Value]:
    """Where the only cache that a container knows certainly lacks a password."""
    size = len(container.path)
    used = [
        one
        for one in connections(model)
        if one.server.kind == "cache" and one.value.path[:size] == container.path
    ]
    caches = {one.server.resource.logical_id for one in used}
    for one in used if len(caches) == 1 else ():
        when = model.together(one.value, name)
        cache = one.server.resource.given(when) if when else None
        if cache and cache.type == _GROUP and not _of_another(cache):
            cases = cache.cases("AuthToken", "UserGroupIds")
            if all(token.absent and groups.absent for token, groups in cases):
                yield cache.properties


def _of_another(cache: Resource) -> bool:
    """Whether a cache is a member of a global one, which brings the settings."""
    return any(True for _ in cache.values("GlobalReplicationGroupId"))
