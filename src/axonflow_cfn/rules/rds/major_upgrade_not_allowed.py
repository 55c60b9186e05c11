"""W9328."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.rds import engine_name, family, is_member
from axonflow_cfn.rule import DeployabilityRule, Finding

_VERSION = re.compile(r"\d+(\.\w+)*")


class MajorUpgradeNotAllowed(DeployabilityRule):
    """A choice of major versions of which only the first can be made."""

    id = "W9328"
    shortdesc = "Parameter offers major versions, but major upgrades are not allowed"
    description = (
        "An update to another major version fails and rolls back ('The AllowMajorVersionUpgrade "
        "flag must be present when upgrading to a new major version'). Set "
        "AllowMajorVersionUpgrade: true where the parameter may be changed, or say that it may "
        "not: false is taken as meant."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html"
    )
    tags = ["resources", "rds", "parameters"]
    bad = """
Parameters:
  Version: {Type: String, Default: '16', AllowedValues: ['16', '17']}
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties: {Engine: postgres, EngineVersion: !Ref Version}
"""
    good = bad.replace("!Ref Version", "!Ref Version, AllowMajorVersionUpgrade: true")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Gather the majors that each instance can be given by a parameter."""
        # A cluster has no such property, and its members take their version from it.
        for database in model.of_type("AWS::RDS::DBInstance"):
            if is_member(database):
                continue
            offered: dict[tuple[str, frozenset[str]], dict[str, Value]] = {}
            names = ("Engine", "EngineVersion", "AllowMajorVersionUpgrade")
            for engine, version, allowed in database.cases(*names):
                major = family(engine_name(engine), version.text or "")
                if major and allowed.absent and _chosen(version):
                    majors = offered.setdefault((engine_name(engine), version.sources), {})
                    majors.setdefault(major, version)
            for (_, sources), majors in offered.items():
                if len(majors) > 1:
                    yield Finding(
                        next(iter(majors.values())).path,
                        f"parameter {', '.join(sorted(sources))} offers "
                        f"{', '.join(sorted(majors))}; an update to another major fails without "
                        "AllowMajorVersionUpgrade: true",
                    )


def _chosen(version: Value) -> bool:
    """Whether a version is the choice of a parameter that offers versions and nothing else."""
    parameters = [version.model.parameters[name] for name in version.sources]
    return bool(parameters) and all(
        not parameter.open and all(_VERSION.fullmatch(one) for one in parameter.choices)
        for parameter in parameters
    )
