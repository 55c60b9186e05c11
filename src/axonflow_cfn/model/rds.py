"""Engines of RDS and Aurora: families, versions, and what their settings may be."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import Value

DATABASES = ("AWS::RDS::DBInstance", "AWS::RDS::DBCluster")

POSTGRES = frozenset({"postgres", "aurora-postgresql"})
MYSQL = frozenset({"mysql", "mariadb", "aurora-mysql"})

# NO_CREATE in the release calendar, March 2026, though the API still lists them.
# https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
_WITHDRAWN = {"postgres": {"15.9", "15.11", "15.16"}}

# The engine behind a parameter-group family: 'aurora-postgresql' of 'aurora-postgresql16'.
_FAMILY = re.compile(r"(aurora-postgresql|aurora-mysql|postgres|mysql|mariadb)(\d[\d.]*)")


def is_member(database: Resource) -> bool:
    """Whether an instance belongs to a cluster, or may."""
    return any(True for _ in database.values("DBClusterIdentifier"))


def is_new(database: Resource) -> bool:
    """Whether an instance is certainly neither a replica, nor restored, nor of a cluster."""
    origins = (
        "DBClusterIdentifier",
        "DBClusterSnapshotIdentifier",
        "DBSnapshotIdentifier",
        "RestoreTime",
        "SnapshotIdentifier",
        "SourceDBClusterIdentifier",
        "SourceDBInstanceAutomatedBackupsArn",
        "SourceDBInstanceIdentifier",
        "SourceDbiResourceId",
        "GlobalClusterIdentifier",
        "ReplicationSourceIdentifier",
    )
    return not any(True for origin in origins for _ in database.values(origin))


def family_engine(family: str) -> tuple[str, str] | None:
    """('postgres', '16') of 'postgres16'; None for engines not looked at here."""
    found = _FAMILY.fullmatch(family.lower())
    return (found[1], found[2]) if found else None


def family(engine: str, version: str) -> str | None:
    """The parameter-group family of an engine version: 'postgres16' of 'postgres', '16.4'.

    None for engines not looked at here, and for versions too short to tell.
    """
    first, *rest = version.split(".")
    if not first.isdecimal() or engine not in POSTGRES | MYSQL:
        return None
    # The majors of PostgreSQL are one number since 10, those of the others two.
    if engine in POSTGRES and int(first) >= 10:  # noqa: PLR2004 - PostgreSQL 10
        return f"{engine}{first}"
    return f"{engine}{first}.{rest[0]}" if rest and rest[0].isdecimal() else None


def is_family(name: str) -> bool | None:
    """Whether a parameter-group family exists; None if that can't be told."""
    found = family_engine(name)
    if found is None:
        return False if name.lower().startswith(("postgresql", "aurora-postgres")) else None
    engine, version = found
    known = {family(engine, one) for one in _versions(engine)} - {None}
    if name.lower() in known:
        return True
    newest = max(_number(one.removeprefix(engine)) for one in known if one)
    return None if _number(version) > newest else False


def is_withdrawn(engine: str, version: str) -> bool:
    """Whether RDS certainly refuses to create a database of this version.

    By the list that cfn-lint takes from the RDS API, without its majors: these can be created as
    long as one minor can. And by the release calendar.
    """
    minor = version.count(".") >= (1 if engine in POSTGRES else 2)
    listed = version in _deprecated().get(engine, frozenset())
    return (minor and listed) or version in _WITHDRAWN.get(engine, ())


def engine_name(value: Value) -> str:
    """The engine in lower case, as RDS takes 'MySQL' as well; '' if it is not known."""
    return (value.text or "").lower()


def has_common_storage(engine: Value) -> bool:
    """Whether storage of this engine follows the rules of MariaDB, MySQL and PostgreSQL."""
    return engine_name(engine) in {"mariadb", "mysql", "postgres"}


@cache
def _schema(name: str) -> dict[str, Any]:
    folder = files("cfnlint.data.schemas.extensions")
    found: dict[str, Any] = json.loads(folder.joinpath(name).read_text("utf-8"))
    return found


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part)


def _listed(name: str) -> dict[str, set[str]]:
    """The versions that a schema extension of cfn-lint enumerates, by engine."""
    found: dict[str, set[str]] = {}
    for rule in _schema(name)["allOf"]:
        tested = rule["if"]["properties"]
        engine = tested.get("Engine", {}).get("const")
        stated = rule.get("then", {})
        stated = stated.get("properties", {}) if isinstance(stated, dict) else {}
        for side in (tested, stated):
            versions = side.get("EngineVersion", {}).get("enum", ())
            found.setdefault(str(engine), set()).update(str(one) for one in versions)
    return found


@cache
def _versions(engine: str) -> frozenset[str]:
    """Every version of an engine that the RDS API lists, as cfn-lint ships it."""
    return frozenset(
        version
        for kind in ("aws_rds_dbinstance", "aws_rds_dbcluster")
        for version in _listed(f"{kind}/engine_version.json").get(engine, ())
    )


@cache
def _deprecated() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind in ("aws_rds_dbinstance", "aws_rds_dbcluster"):
        for engine, versions in _listed(f"{kind}/engine_version_deprecated.json").items():
            found[engine] = found.get(engine, frozenset()) | frozenset(versions)
    return found
