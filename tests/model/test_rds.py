import pytest

from axonflow_cfn.model.rds import family, is_family, is_withdrawn
from axonflow_cfn.model.tables import names


@pytest.mark.parametrize(
    ("engine", "version", "expected"),
    [
        ("postgres", "16.4", "postgres16"),
        ("postgres", "9.6.8", "postgres9.6"),
        ("aurora-postgresql", "15", "aurora-postgresql15"),
        ("mysql", "8.0.40", "mysql8.0"),
        ("aurora-mysql", "8.0.mysql_aurora.3.08.0", "aurora-mysql8.0"),
        ("mysql", "8", None),
        ("oracle-ee", "19", None),
        ("postgres", "latest", None),
    ],
)
def test_family_of_a_version(engine: str, version: str, expected: str | None) -> None:
    assert family(engine, version) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("postgres16", True),
        ("postgres9.6", True),
        ("Aurora-MySQL8.0", True),
        ("postgres7", False),
        ("mysql8", False),
        ("postgresql16", False),
        ("postgres99", None),
        ("oracle-ee-19", None),
    ],
)
def test_families_that_exist(name: str, expected: object) -> None:
    assert is_family(name) is expected


@pytest.mark.parametrize(
    ("engine", "version", "expected"),
    [
        ("postgres", "15.4", True),
        ("postgres", "15.16", True),
        # A major alone: RDS picks a minor that it still creates.
        ("postgres", "15", False),
        ("postgres", "16.9", False),
        ("mysql", "8.0", False),
        ("mysql", "8.0.28", True),
        ("new", "1.0", False),
    ],
)
def test_versions_that_can_no_longer_be_created(
    engine: str, version: str, *, expected: bool
) -> None:
    assert is_withdrawn(engine, version) is expected


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("backup_actions", "elasticfilesystem:Backup"),
        ("condition_keys", "aws:SourceAccount"),
        ("managed_policies", "service-role/AmazonECSTaskExecutionRolePolicy"),
        ("mysql_parameters", "require_secure_transport"),
        ("postgres_parameters", "rds.force_ssl"),
        ("restore_actions", "elasticfilesystem:Restore"),
        ("service_principals", "monitoring.rds"),
    ],
)
def test_tables_are_found(table: str, name: str) -> None:
    assert name in names(table)
