"""W9323."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import DATABASES, is_member
from axonflow_cfn.rule import DeployabilityRule, Finding

_POLICIES = ("DeletionPolicy", "UpdateReplacePolicy")


class DatabaseLost(DeployabilityRule):
    """A database that goes without a snapshot."""

    id = "W9323"
    shortdesc = "Database is deleted without a snapshot"
    description = (
        "With DeletionPolicy: Delete the data goes with the stack, and without an "
        "UpdateReplacePolicy an update that replaces the database deletes the old one. State "
        "Snapshot (or Retain) for both."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-updatereplacepolicy.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Delete
    UpdateReplacePolicy: Snapshot
    Properties: {Engine: postgres}
"""
    good = bad.replace(": Delete", ": Snapshot")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at both policies of whatever holds data of its own."""
        for database in model.of_type(*DATABASES):
            replica = any(True for _ in database.values("SourceDBInstanceIdentifier"))
            if is_member(database) or replica:
                continue
            for policies in database.body.cases(*_POLICIES):
                for name, policy in zip(_POLICIES, policies, strict=True):
                    # Of a database without a DeletionPolicy CloudFormation takes a snapshot.
                    unsaid = policy.absent and name == "UpdateReplacePolicy"
                    if unsaid or policy.text == "Delete":
                        yield Finding(
                            policy.path,
                            f"{name} of {database.logical_id} is Delete"
                            f"{' by default' if unsaid else ''}: its data is lost; state Snapshot",
                        )
