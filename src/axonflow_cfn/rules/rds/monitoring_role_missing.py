"""E9311."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import DATABASES
from axonflow_cfn.rule import DeployabilityRule, Finding


class MonitoringRoleMissing(DeployabilityRule):
    """Enhanced Monitoring switched on in one of its two properties."""

    id = "E9311"
    shortdesc = "MonitoringInterval and MonitoringRoleArn need each other"
    description = (
        "RDS refuses a database with a MonitoringInterval above 0 and no MonitoringRoleArn, and "
        "one with a role and no interval. Give both: a role that trusts "
        "monitoring.rds.amazonaws.com with AmazonRDSEnhancedMonitoringRole, or neither."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, MonitoringInterval: 60}
"""
    good = bad.replace(": 60", ": 0")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at interval and role of each database together."""
        for database in model.of_type(*DATABASES):
            for interval, role in database.cases("MonitoringInterval", "MonitoringRoleArn"):
                if interval.number and role.absent:
                    yield Finding(
                        interval.path,
                        f"MonitoringInterval {interval.shown} needs a MonitoringRoleArn",
                    )
                if role.present and (interval.absent or interval.number == 0):
                    yield Finding(role.path, "MonitoringRoleArn needs a MonitoringInterval above 0")
