"""E9305."""

from collections.abc import Iterator
from difflib import get_close_matches

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.rds import MYSQL, POSTGRES, family_engine
from axonflow_cfn.model.tables import names
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUPS = ("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup")
# PostgreSQL parameters that RDS takes as 0 or 1 only, though PostgreSQL takes on and off as well.
_SWITCHES = frozenset(
    {
        "autovacuum",
        "log_checkpoints",
        "log_connections",
        "log_disconnections",
        "log_duration",
        "log_hostname",
        "log_lock_waits",
        "rds.force_ssl",
        "rds.logical_replication",
    }
)


class DatabaseParameterUnknown(DeployabilityRule):
    """A DB parameter that the engine does not have."""

    id = "E9305"
    shortdesc = "DB parameter is misspelt, of another engine, or not 0 or 1"
    description = (
        "RDS refuses a parameter group that sets a parameter its engine does not have, or a switch "
        "to something else than 0 or 1 (Could not find parameter with name ...; Invalid parameter "
        "value). Correct the name or the value."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, Family: postgres16, Parameters: {rds.force_sll: '1'}}
"""
    good = bad.replace("force_sll", "force_ssl")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each name, and the values of switches."""
        for group in model.of_type(*_GROUPS):
            for name, parameters in group.cases("Family", "Parameters"):
                found = family_engine(name.text or "")
                if found is None:
                    continue
                for key, value in parameters.items():
                    wrong = _wrong_name(found[0], key) or _wrong_value(found[0], key, value)
                    if wrong:
                        yield Finding(value.path, wrong)


def _wrong_name(engine: str, name: str) -> str | None:
    mine, other = names("postgres_parameters"), names("mysql_parameters")
    if engine in MYSQL:
        mine, other = other, mine
    if name in mine:
        return None
    if name in other:
        return f"{engine} has no parameter {name}: it is one of another engine; remove it"
    # The tables are not complete, so that only what looks like a slip is one.
    near = get_close_matches(name, sorted(mine), n=1, cutoff=0.88)
    return f"{engine} has no parameter {name}; did you mean {near[0]}?" if near else None


def _wrong_value(engine: str, name: str, value: Value) -> str | None:
    if engine not in POSTGRES or name not in _SWITCHES or value.text in {None, "0", "1"}:
        return None
    return f"RDS takes only 0 or 1 for {name}, got {value.shown}"
