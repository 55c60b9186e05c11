"""W9322."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class BackupsOff(DeployabilityRule):
    """A database that keeps no automated backup."""

    id = "W9322"
    shortdesc = "Automated backups of the database are off"
    description = (
        "BackupRetentionPeriod: 0 switches automated backups off, and point-in-time recovery with "
        "them: what is lost is lost. Set it to 7 or so."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ManagingAutomatedBackups.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, BackupRetentionPeriod: 0}
"""
    good = bad.replace(": 0", ": 7")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each instance that is no replica."""
        names = ("BackupRetentionPeriod", "SourceDBInstanceIdentifier")
        for database in model.of_type("AWS::RDS::DBInstance"):
            for days, source in database.cases(*names):
                if days.number == 0 and source.absent:
                    yield Finding(
                        days.path,
                        f"BackupRetentionPeriod {days.shown} switches the backups of "
                        f"{database.logical_id} off; set it to 1 or more",
                    )
