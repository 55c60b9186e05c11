"""W9321."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import DATABASES, is_member, is_new
from axonflow_cfn.rule import DeployabilityRule, Finding


class StorageUnencrypted(DeployabilityRule):
    """A database that writes plain text to its disks."""

    id = "W9321"
    shortdesc = "Database storage is not encrypted"
    description = (
        "StorageEncrypted is false unless stated, and can't be changed later without a new "
        "database: the update replaces it. State StorageEncrypted: true."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"
    tags = ["resources", "rds", "security"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, DBInstanceClass: db.t4g.medium, AllocatedStorage: 20}
"""
    good = bad.replace("20}", "20, StorageEncrypted: true}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each new database; a replica or a restored one takes it from its origin."""
        for database in model.of_type(*DATABASES):
            if is_member(database) or not is_new(database):
                continue
            # A class or a size tells a whole declaration from a fragment.
            size = "AllocatedStorage" if database.type == "AWS::RDS::DBInstance" else "Engine"
            for encrypted, whole in database.cases("StorageEncrypted", size):
                if encrypted.flag is False or (encrypted.absent and whole.present):
                    yield Finding(
                        encrypted.path,
                        f"The storage of {database.logical_id} is not encrypted; state "
                        "StorageEncrypted: true",
                    )
