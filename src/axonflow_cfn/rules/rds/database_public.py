"""W9320."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import DATABASES
from axonflow_cfn.rule import DeployabilityRule, Finding


class DatabasePublic(DeployabilityRule):
    """A database with a public address."""

    id = "W9320"
    shortdesc = "Database is reachable from the internet"
    description = (
        "PubliclyAccessible: true gives the database a public address; only its security groups "
        "stand between it and the internet. Set it to false: tasks of the same VPC reach it by its "
        "private address."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
        "USER_VPC.WorkingWithRDSInstanceinaVPC.html"
    )
    tags = ["resources", "rds", "security"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, PubliclyAccessible: true}
"""
    good = bad.replace(": true", ": false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each database."""
        for database in model.of_type(*DATABASES):
            for public in database.values("PubliclyAccessible"):
                if public.flag:
                    yield Finding(
                        public.path,
                        f"{database.logical_id} has a public address; set PubliclyAccessible to "
                        "false",
                    )
