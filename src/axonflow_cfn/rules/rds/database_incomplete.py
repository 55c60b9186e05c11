"""E9325."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import has_common_storage, is_new
from axonflow_cfn.rule import DeployabilityRule, Finding

_NEEDED = ("AllocatedStorage", "DBInstanceClass", "Engine")


class DatabaseIncomplete(DeployabilityRule):
    """An instance without what every new instance needs."""

    id = "E9325"
    shortdesc = "New DB instance lacks its engine, class or storage"
    description = (
        "The provider schema demands none of Engine, DBInstanceClass and AllocatedStorage, since "
        "restored instances and replicas take them over; RDS refuses a new instance without one. "
        "State all three."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, AllocatedStorage: 20, MasterUsername: app,
      ManageMasterUserPassword: true}
"""
    good = bad.replace("AllocatedStorage", "DBInstanceClass: db.t4g.medium, AllocatedStorage")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the one that is missing where all others are there."""
        for database in model.of_type("AWS::RDS::DBInstance"):
            if not is_new(database):
                continue
            for *values, user in database.cases(*_NEEDED, "MasterUsername"):
                absent = [n for n, v in zip(_NEEDED, values, strict=True) if v.absent]
                # Storage of Aurora belongs to its cluster.
                storage = absent != ["AllocatedStorage"] or has_common_storage(values[2])
                if len(absent) == 1 and user.present and storage:
                    yield Finding(
                        database.properties.path,
                        f"{database.logical_id} needs {absent[0]}; state it",
                    )
