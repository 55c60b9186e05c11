"""E9309."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import DATABASES, is_new
from axonflow_cfn.rule import DeployabilityRule, Finding


class CredentialsIncomplete(DeployabilityRule):
    """Master credentials that are missing or given twice."""

    id = "E9309"
    shortdesc = "Master user or password of a database is missing or given twice"
    description = (
        "RDS refuses a new database without MasterUsername, or with neither MasterUserPassword nor "
        "ManageMasterUserPassword, or with both; MasterUserSecretKmsKeyId goes with "
        "ManageMasterUserPassword alone. Give exactly one of the two."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"
    tags = ["resources", "rds"]
    bad = """
Parameters:
  Password: {Type: String, NoEcho: true}
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      AllocatedStorage: 20
      DBInstanceClass: db.t4g.medium
      MasterUsername: app
      MasterUserPassword: !Ref Password
      ManageMasterUserPassword: true
"""
    good = bad.replace("      ManageMasterUserPassword: true\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the four properties of each database together."""
        names = (
            "MasterUsername",
            "MasterUserPassword",
            "ManageMasterUserPassword",
            "MasterUserSecretKmsKeyId",
        )
        for database in model.of_type(*DATABASES):
            # A size tells a whole declaration from a fragment.
            sized = any(True for _ in database.values("AllocatedStorage"))
            new = is_new(database) and (sized or database.type == "AWS::RDS::DBCluster")
            for user, password, managed, key in database.cases(*names):
                on = managed.flag
                off = managed.absent or on is False
                if password.present and on:
                    yield Finding(
                        managed.path,
                        "ManageMasterUserPassword and MasterUserPassword exclude each other; "
                        "remove one",
                    )
                if key.present and off:
                    yield Finding(
                        key.path,
                        "MasterUserSecretKmsKeyId needs ManageMasterUserPassword: true",
                    )
                if new and user.present and password.absent and off:
                    yield Finding(
                        password.path,
                        f"{database.logical_id} has no master password; give MasterUserPassword or "
                        "ManageMasterUserPassword: true",
                    )
                if new and user.absent and (password.present or on):
                    yield Finding(user.path, f"{database.logical_id} needs MasterUsername")
