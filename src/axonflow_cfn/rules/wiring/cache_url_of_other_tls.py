"""E9727."""

import re
from collections.abc import Iterator, Sequence

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.environments import settings
from axonflow_cfn.rule import DeployabilityRule, Finding

_CACHES = ("AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::ServerlessCache")
_SCHEME = re.compile(
    r"(?<![\w+.-])(?P<scheme>redis|valkey)(?P<tls>s?)://(?:[^\s/@]*@)?$", re.IGNORECASE
)
_SWITCH = re.compile(
    r"(.*_)?(CACHE|ELASTICACHE|REDIS|VALKEY)_(USE_)?(SSL|TLS)(_ENABLED)?", re.IGNORECASE
)
_SPEAKS_OF_TLS = re.compile(r"ssl|tls", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(^|_)(PG|POSTGRES|POSTGRESQL|DB|DATABASE|MYSQL|MONGO|HTTP|SMTP|MAIL|KAFKA)", re.IGNORECASE
)
_OFF = {"0", "disabled", "false", "no", "off"}
_ON = {"1", "enabled", "true", "yes", "on"}


class CacheUrlOfOtherTls(DeployabilityRule):
    """A client that speaks TLS to a cache that does not, or the other way round."""

    id = "E9727"
    shortdesc = "Client and cache do not agree on TLS"
    description = (
        "With TransitEncryptionEnabled (unless TransitEncryptionMode is preferred) and on every "
        "serverless cache, ElastiCache drops connections without TLS; without it, it knows no "
        "TLS. The scheme of the URL says which the client speaks: redis:// is plain, rediss:// "
        "is TLS. A wrong one hangs or is reset at the first command."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"
    )
    tags = ["resources", "ecs", "lambda", "elasticache", "wiring"]
    bad = """
Resources:
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: sessions
      Engine: redis
      CacheNodeType: cache.t4g.small
      NumCacheClusters: 2
      AutomaticFailoverEnabled: true
      TransitEncryptionEnabled: true
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment:
            - {Name: REDIS_URL, Value: !Sub 'redis://${Cache.PrimaryEndPoint.Address}:6379'}
"""
    good = bad.replace("redis://", "rediss://")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each address of a cache, and at the switches beside it."""
        for given in settings(model):
            for name, value in given:
                for before, cache in _caches(value):
                    required = _requires_tls(cache)
                    found = _SCHEME.search(before)
                    if required is None or (found and _may_decide_otherwise(value, given)):
                        continue
                    if found and bool(found["tls"]) != required:
                        scheme = found["scheme"].lower()
                        yield Finding(
                            value.path,
                            f"{name} is {found['scheme']}{found['tls']}://, but "
                            f"{_answer(cache, required)}; use {scheme}{'s' if required else ''}://",
                        )
                    elif "://" not in before:
                        yield from _switched(value, cache, given, required=required)


def _caches(value: Value) -> Iterator[tuple[str, Resource]]:
    """Each cache whose address a value holds, with the text before that."""
    before = ""
    for part in value.parts:
        if isinstance(part, Reference) and (part.attribute or "").endswith(".Address"):
            cache = value.but(data=part).follow(*_CACHES)
            if cache:
                yield before, cache
        before += part if isinstance(part, str) else "x"


def _requires_tls(cache: Resource) -> bool | None:
    """Whether a cache takes TLS alone (True), or none (False)."""
    if cache.type == "AWS::ElastiCache::ServerlessCache":
        return True
    found = {
        _one(*case)
        for case in cache.cases(
            "TransitEncryptionEnabled",
            "TransitEncryptionMode",
            "Engine",
            "GlobalReplicationGroupId",
        )
    }
    return found.pop() if len(found) == 1 else None


def _one(enabled: Value, mode: Value, engine: Value, copied: Value) -> bool | None:
    if enabled.flag:
        return True if mode.absent or mode.text == "required" else None
    off = enabled.flag is False or (enabled.absent and engine.text == "redis")
    return False if off and copied.absent else None


def _may_decide_otherwise(url: Value, given: Sequence[tuple[str, Value]]) -> bool:
    """Whether something but the scheme may decide about TLS."""
    literal = "".join(part for part in url.parts if isinstance(part, str))
    asked = literal.partition("?")[2]
    return bool(_SPEAKS_OF_TLS.search(asked)) or any(
        _SPEAKS_OF_TLS.search(name) and not _OF_OTHERS.search(name) for name, _ in given
    )


def _switched(
    address: Value, cache: Resource, given: Sequence[tuple[str, Value]], *, required: bool
) -> Iterator[Finding]:
    """A switch beside the address that says the opposite."""
    for name, value in given:
        opposite = (value.text or "").lower() in (_OFF if required else _ON)
        if (
            _SWITCH.fullmatch(name)
            and opposite
            and address.model.together(address, value) is not None
            and cache.given(value.when)
        ):
            yield Finding(
                value.path,
                f"{name} is {value.shown}, but {_answer(cache, required)}; change it",
            )


def _answer(cache: Resource, required: bool) -> str:  # noqa: FBT001 - what the cache answers
    takes = "takes TLS connections alone" if required else "takes no TLS connections"
    return f"{cache.logical_id} {takes}"
