"""W9324."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.rds import MYSQL, POSTGRES, family_engine
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUPS = ("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup")


class TlsNotEnforced(DeployabilityRule):
    """A parameter group that lets clients connect in plain text."""

    id = "W9324"
    shortdesc = "Parameter group accepts connections without TLS"
    description = (
        "With rds.force_ssl (PostgreSQL) or require_secure_transport (MySQL, MariaDB) off, the "
        "database takes connections that are not encrypted, passwords included. Set it to 1 or ON."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html"
    tags = ["resources", "rds", "security"]
    bad = """
Resources:
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, Family: postgres16, Parameters: {rds.force_ssl: '0'}}
"""
    good = bad.replace("'0'", "'1'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the switch of the engine, stated as off."""
        for group in model.of_type(*_GROUPS):
            for family, parameters in group.cases("Family", "Parameters"):
                found = family_engine(family.text or "")
                engine = found[0] if found else ""
                for name, value in parameters.items():
                    if _is_off(engine, name, value):
                        yield Finding(
                            value.path,
                            f"{name} {value.shown} lets clients connect without TLS; switch it on",
                        )


def _is_off(engine: str, name: str, value: Value) -> bool:
    switch = {"rds.force_ssl": POSTGRES, "require_secure_transport": MYSQL}.get(name, frozenset())
    return engine in switch and (value.text or "").lower() in {"0", "off", "false"}
