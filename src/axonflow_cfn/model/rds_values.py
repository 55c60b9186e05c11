"""The values that RDS takes for a property of a database, by engine."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from axonflow_cfn.model.rds import MYSQL, POSTGRES

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html and
# API_CreateDBCluster.html, whose figures botocore repeats (October 2026).
_WINDOW = r"([01]\d|2[0-3]):[0-5]\d"
_DAY = "(mon|tue|wed|thu|fri|sat|sun)"
_LEAST = 30
_WEEK = 7 * 24 * 60

_LOGS = {
    "aurora-mysql": {"audit", "error", "general", "iam-db-auth-error", "instance", "slowquery"},
    "aurora-postgresql": {"iam-db-auth-error", "instance", "postgresql"},
    "mariadb": {"audit", "error", "general", "iam-db-auth-error", "slowquery"},
    "mysql": {"audit", "error", "general", "iam-db-auth-error", "slowquery"},
    "oracle-ee": {"alert", "audit", "listener", "oemagent", "trace"},
    "oracle-se2": {"alert", "audit", "listener", "oemagent", "trace"},
    "postgres": {"iam-db-auth-error", "postgresql", "upgrade"},
    "sqlserver-ee": {"agent", "error"},
    "sqlserver-ex": {"agent", "error"},
    "sqlserver-se": {"agent", "error"},
    "sqlserver-web": {"agent", "error"},
}
_LICENSES = {
    "mariadb": {"general-public-license"},
    "mysql": {"general-public-license"},
    "postgres": {"postgresql-license"},
    "sqlserver-ee": {"bring-your-own-media", "license-included"},
    "sqlserver-ex": {"bring-your-own-media", "license-included"},
    "sqlserver-se": {"bring-your-own-media", "license-included"},
    "sqlserver-web": {"bring-your-own-media", "license-included"},
}
_INTERVALS = {"0", "1", "5", "10", "15", "30", "60"}
# The 2015 and 2019 authorities have expired; instances can't be created with them.
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
_AUTHORITIES = {"rds-ca-ecc384-g1", "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1"}
_EXPIRED = {"rds-ca-2015", "rds-ca-2019"}


@dataclass(frozen=True)
class Limit:
    """What one property may be.

    Attributes:
        name: the property, with `*` for a list.
        allowed: what is allowed, for the message, of an engine; None if nothing is known.
        fits: whether a value is allowed for an engine.
    """

    name: str
    allowed: Callable[[str], str | None]
    fits: Callable[[str, str], bool]


def limits(kind: str) -> Iterator[Limit]:
    """The limits of AWS::RDS::DBInstance or AWS::RDS::DBCluster."""
    cluster = kind == "AWS::RDS::DBCluster"
    window = "PreferredBackupWindow"
    yield Limit("Port", _always("1150 to 65535"), lambda text, _: _within(text, 1150, 65535))
    yield Limit(
        "MonitoringInterval",
        _always("0, 1, 5, 10, 15, 30 or 60"),
        lambda text, _: text in _INTERVALS,
    )
    yield Limit(
        window,
        _always("hh:mm-hh:mm in UTC, 30 minutes or more"),
        lambda text, _: backup_window(text) is not None,
    )
    yield Limit(
        "PreferredMaintenanceWindow",
        _always("ddd:hh:mm-ddd:hh:mm in UTC, 30 minutes or more, such as sun:04:00-sun:05:00"),
        lambda text, _: maintenance_window(text) is not None,
    )
    yield Limit(
        "EnableCloudwatchLogsExports.*",
        lambda engine: _listed(_LOGS.get(engine)),
        lambda text, engine: text in _LOGS[engine],
    )
    if cluster:
        yield Limit("BackupRetentionPeriod", _always("1 to 35"), lambda t, _: _within(t, 1, 35))
        return
    yield Limit(
        "LicenseModel",
        lambda engine: _listed(_LICENSES.get(engine)),
        lambda text, engine: text in _LICENSES[engine],
    )
    yield Limit(
        "CACertificateIdentifier",
        _always(_listed(_AUTHORITIES) or ""),
        lambda text, _: text not in _EXPIRED,
    )
    yield Limit(
        "Timezone",
        lambda engine: "no value for this engine" if engine in POSTGRES | MYSQL else None,
        lambda _, __: False,
    )
    yield Limit(
        "CharacterSetName",
        lambda engine: "no value for this engine" if engine in POSTGRES | MYSQL else None,
        lambda _, __: False,
    )
    yield Limit(
        "NcharCharacterSetName",
        lambda engine: None if engine.startswith(("oracle", "custom-oracle")) else "Oracle only",
        lambda _, __: False,
    )


def backup_window(text: str) -> list[tuple[int, int]] | None:
    """The minutes of a week that a daily window covers, as (first, last + 1); None if malformed."""
    if not re.fullmatch(f"{_WINDOW}-{_WINDOW}", text):
        return None
    first, last = (_minutes(part) for part in text.split("-"))
    length = (last - first) % (24 * 60)
    if length < _LEAST:
        return None
    return [(day * 24 * 60 + first, day * 24 * 60 + first + length) for day in range(7)]


def maintenance_window(text: str) -> tuple[int, int] | None:
    """The minutes of a week that a weekly window covers; None if malformed."""
    if not re.fullmatch(f"{_DAY}:{_WINDOW}-{_DAY}:{_WINDOW}", text.lower()):
        return None
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    first, last = (
        days.index(part[:3]) * 24 * 60 + _minutes(part[4:]) for part in text.lower().split("-")
    )
    length = (last - first) % _WEEK
    return (first, first + length) if length >= _LEAST else None


def overlap(backup: list[tuple[int, int]], maintenance: tuple[int, int]) -> bool:
    """Whether the two windows share a minute, also across midnight and the end of the week."""
    first, last = maintenance
    return any(
        start + shift < last and first < end + shift
        for start, end in backup
        for shift in (-_WEEK, 0, _WEEK)
    )


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _within(text: str, least: int, most: int) -> bool:
    return text.isdecimal() and least <= int(text) <= most


def _always(text: str) -> Callable[[str], str | None]:
    return lambda _: text


def _listed(names: set[str] | None) -> str | None:
    return ", ".join(sorted(names)) if names else None
