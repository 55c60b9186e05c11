"""E9314."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class ReplicaOfSourceWithoutBackups(DeployabilityRule):
    """A read replica of an instance whose backups are off."""

    id = "E9314"
    shortdesc = "Read replica of an instance that keeps no backups"
    description = (
        "RDS makes a read replica from a backup, and refuses it while the BackupRetentionPeriod of "
        "the source is 0. Set it to 1 or more."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html"
    tags = ["resources", "rds"]
    bad = """
Resources:
  Source:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, BackupRetentionPeriod: 0}
  Replica:
    Type: AWS::RDS::DBInstance
    Properties: {SourceDBInstanceIdentifier: !Ref Source}
"""
    good = bad.replace("Period: 0", "Period: 7")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each replica to its source."""
        for replica in model.of_type("AWS::RDS::DBInstance"):
            for source in replica.values("SourceDBInstanceIdentifier"):
                primary = source.follow("AWS::RDS::DBInstance")
                for days in primary.values("BackupRetentionPeriod") if primary else ():
                    if days.number == 0:
                        yield Finding(
                            source.path,
                            f"{source.shown} keeps no backups (BackupRetentionPeriod {days.shown}),"
                            " so it can have no replica; set it to 1 or more",
                        )
