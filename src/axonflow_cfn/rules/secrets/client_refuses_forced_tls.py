"""E9625."""

import re
from collections.abc import Iterator, Sequence

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.environments import settings
from axonflow_cfn.model.rds import POSTGRES, engine_name, family_engine
from axonflow_cfn.rule import DeployabilityRule, Finding

_DATABASES = ("AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::RDS::DBProxy")
_GROUPS = {
    "AWS::RDS::DBCluster": ("DBClusterParameterGroupName", "AWS::RDS::DBClusterParameterGroup"),
    "AWS::RDS::DBInstance": ("DBParameterGroupName", "AWS::RDS::DBParameterGroup"),
}
# The first major version with rds.force_ssl 1 by default:
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
_FORCED_SINCE = {"postgres": 15, "aurora-postgresql": 17}

# Clients of PostgreSQL with "allow" and "prefer" try again with TLS, so only these are refused.
_MODE = re.compile(r"(.*_)?(PG)?SSL_?MODE", re.IGNORECASE)
_SWITCH = re.compile(
    r"(.*_)?(DB|DATABASE|MYSQL|PG|POSTGRES|POSTGRESQL|RDS)_(USE_)?(SSL|TLS)(_ENABLED)?",
    re.IGNORECASE,
)
_OFF = {"0", "disabled", "false", "no", "off"}
_IN_URL = re.compile(
    r"[?&;](sslmode=disable|ssl-mode=disabled|sslMode=DISABLED|useSSL=false|ssl=false)\b",
    re.IGNORECASE,
)


class ClientRefusesForcedTls(DeployabilityRule):
    """A client that switches TLS off for a database that demands it."""

    id = "E9625"
    shortdesc = "Client switches TLS off, but the database refuses plain connections"
    description = (
        "With rds.force_ssl 1, the default of RDS for PostgreSQL 15 and Aurora PostgreSQL 17 and "
        "later, with require_secure_transport in MySQL or RequireTLS of a proxy, the server takes "
        "no connection without TLS (no pg_hba.conf entry ... no encryption). Use sslmode=require "
        "or verify-full."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html"
    tags = ["resources", "ecs", "lambda", "rds"]
    bad = """
Resources:
  Parameters:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, Family: postgres16, Parameters: {rds.force_ssl: '1'}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: '20'
      MasterUsername: app
      ManageMasterUserPassword: true
      DBParameterGroupName: !Ref Parameters
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment:
            - {Name: PGHOST, Value: !GetAtt Database.Endpoint.Address}
            - {Name: PGSSLMODE, Value: disable}
"""
    good = bad.replace("disable", "require")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the settings of each client of a database of the template."""
        for given in settings(model):
            for name, value in given:
                stated = _plain(name, value)
                if stated is None:
                    continue
                for database in _databases(value, given):
                    if _forces_tls(database):
                        yield Finding(
                            value.path,
                            f"{stated} switches TLS off, but {database.logical_id} refuses "
                            "connections without it; use require or verify-full",
                        )


def _plain(name: str, value: Value) -> str | None:
    """How a setting switches TLS off; None if it does not, or that is not known."""
    text = (value.text or "").lower()
    if (_MODE.fullmatch(name) and text in {"disable", "disabled"}) or (
        _SWITCH.fullmatch(name) and text in _OFF
    ):
        return f"{name} {value.shown}"
    spelled = "".join(part if isinstance(part, str) else "x" for part in value.parts)
    found = _IN_URL.search(spelled) if "://" in spelled else None
    # The JDBC driver of PostgreSQL uses TLS by sslmode, whatever ssl=false says.
    jdbc = spelled.startswith("jdbc:postgresql:") and found and found[1].lower() == "ssl=false"
    return found[1] if found and not jdbc else None


def _databases(switch: Value, given: Sequence[tuple[str, Value]]) -> Iterator[Resource]:
    """The databases whose addresses stand in the same settings, or in the URL itself."""
    in_url = "://" in "".join(part for part in switch.parts if isinstance(part, str))
    for _, value in [("", switch)] if in_url else given:
        for part in value.parts:
            if isinstance(part, Reference) and switch.model.together(switch, value) is not None:
                database = value.but(data=part).follow(*_DATABASES) or _attached(value, part)
                under = database.given(switch.when) if database else None
                if under:
                    yield under


def _attached(value: Value, secret: Reference) -> Resource | None:
    """The database whose address an attachment writes into a secret."""
    for item in value.model.of_type("AWS::SecretsManager::SecretTargetAttachment"):
        for owner, target in item.cases("SecretId", "TargetId"):
            ids = {item.logical_id, owner.reference.logical_id if owner.reference else ""}
            if secret.logical_id in ids and target.given(value.when):
                return target.follow(*_DATABASES)
    return None


def _forces_tls(database: Resource) -> bool:
    """Whether a database certainly refuses connections without TLS."""
    if database.type == "AWS::RDS::DBProxy":
        flags = [required.flag for (required,) in database.cases("RequireTLS")]
        return bool(flags) and all(flags)
    if database.type == "AWS::RDS::DBInstance":
        for owner in database.values("DBClusterIdentifier"):
            cluster = owner.follow("AWS::RDS::DBCluster")
            return _forces_tls(cluster) if cluster else False
    path, kind = _GROUPS[database.type]
    found = [
        _by_group(group, kind) if group.present else _by_default(engine, version)
        for group, engine, version in database.cases(path, "Engine", "EngineVersion")
    ]
    return bool(found) and all(found)


def _by_group(value: Value, kind: str) -> bool:
    group = value.follow(kind)
    cases = list(group.cases("Family", "Parameters")) if group else []
    return bool(cases) and all(_forced(*case) for case in cases)


def _forced(family: Value, parameters: Value) -> bool:
    engine, version = family_engine(family.text or "") or ("", "")
    if not engine or (not isinstance(parameters.data, dict) and parameters.present):
        return False
    switch = "rds.force_ssl" if engine in POSTGRES else "require_secure_transport"
    stated = [value for name, value in parameters.items() if name == switch]
    if stated:
        return all((value.text or "").lower() in {"1", "on", "true"} for value in stated)
    return _since(engine, version)


def _by_default(engine: Value, version: Value) -> bool:
    return _since(engine_name(engine), version.text or "")


def _since(engine: str, version: str) -> bool:
    major = version.partition(".")[0]
    known = engine in _FORCED_SINCE and major.isdecimal()
    return known and int(major) >= _FORCED_SINCE[engine]
