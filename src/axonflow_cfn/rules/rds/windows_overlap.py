"""E9308."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.model.rds import DATABASES
from axonflow_cfn.model.rds_values import backup_window, maintenance_window, overlap
from axonflow_cfn.rule import DeployabilityRule, Finding


class WindowsOverlap(DeployabilityRule):
    """A backup window inside the maintenance window."""

    id = "E9308"
    shortdesc = "Backup and maintenance windows of a database overlap"
    description = (
        "RDS refuses a database whose PreferredBackupWindow and PreferredMaintenanceWindow share a "
        "minute. One may end when the other starts. Move one of them."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ManagingAutomatedBackups.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      PreferredBackupWindow: '04:30-05:30'
      PreferredMaintenanceWindow: sun:04:00-sun:05:00
"""
    good = bad.replace("'04:30-05:30'", "'03:00-04:00'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Lay both windows of each database on one week."""
        names = ("PreferredBackupWindow", "PreferredMaintenanceWindow")
        for database in model.of_type(*DATABASES):
            for backup, maintenance in database.cases(*names):
                daily = backup_window(backup.text or "")
                weekly = maintenance_window(maintenance.text or "")
                if daily and weekly and overlap(daily, weekly) and plausible(model, backup.when):
                    yield Finding(
                        backup.path,
                        f"The backup window {backup.shown} overlaps the maintenance window "
                        f"{maintenance.shown}; move one of them",
                    )
