"""E9303."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import DATABASES, engine_name, is_new, is_withdrawn
from axonflow_cfn.rule import DeployabilityRule, Finding


class EngineVersionWithdrawn(DeployabilityRule):
    """A minor version that RDS no longer creates."""

    id = "E9303"
    shortdesc = "RDS no longer creates databases of this engine version"
    description = (
        "RDS refuses to create a database of a minor version that it has withdrawn (Cannot find "
        "version ...). Give a newer minor, or the major alone, and RDS picks the minor."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/"
        "postgresql-release-calendar.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, EngineVersion: '15.4'}
"""
    good = bad.replace("'15.4'", "'15'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the version of each database that is created from nothing."""
        for database in model.of_type(*DATABASES):
            if not is_new(database):
                continue
            for engine, version in database.cases("Engine", "EngineVersion"):
                if is_withdrawn(engine_name(engine), version.text or ""):
                    yield Finding(
                        version.path,
                        f"RDS no longer creates {engine.text} {version.shown}; give a version "
                        "that it still creates, or the major alone",
                    )
