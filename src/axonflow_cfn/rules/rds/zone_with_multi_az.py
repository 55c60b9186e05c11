"""E9313."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class ZoneWithMultiAz(DeployabilityRule):
    """A zone chosen for a database that lives in two."""

    id = "E9313"
    shortdesc = "AvailabilityZone can't be chosen for a Multi-AZ instance"
    description = (
        "RDS refuses an instance with MultiAZ: true and an AvailabilityZone. Remove the zone; the "
        "subnet group decides which ones are possible."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, MultiAZ: true, AvailabilityZone: !Select [0, !GetAZs '']}
"""
    good = bad.replace("MultiAZ: true", "MultiAZ: false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at both properties together."""
        for database in model.of_type("AWS::RDS::DBInstance"):
            for several, zone in database.cases("MultiAZ", "AvailabilityZone"):
                if several.flag and zone.present:
                    yield Finding(
                        zone.path, "A Multi-AZ instance takes no AvailabilityZone; remove it"
                    )
