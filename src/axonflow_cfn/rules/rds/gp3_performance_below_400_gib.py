"""E9301."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# Oracle stripes from 200 GiB and SQL Server takes values at any size.
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage
_ENGINES = {"mariadb", "mysql", "postgres"}
_THRESHOLD = 400


class Gp3PerformanceBelow400Gib(DeployabilityRule):
    """IOPS or throughput stated for a gp3 volume that is too small for them."""

    id = "E9301"
    shortdesc = "gp3 storage under 400 GiB takes no Iops or StorageThroughput"
    description = (
        "RDS refuses to create or modify a MariaDB, MySQL or PostgreSQL instance whose gp3 storage "
        "is below 400 GiB and that states Iops or StorageThroughput: 3000 IOPS and 125 MiB/s come "
        "with it and cannot be set. Leave both out, or allocate 400 GiB or more."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageType: gp3
      AllocatedStorage: '100'
      Iops: 3000
"""
    good = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      StorageType: gp3
      AllocatedStorage: '100'
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at size and performance of each instance together."""
        for database in model.of_type("AWS::RDS::DBInstance"):
            for name in ("Iops", "StorageThroughput"):
                for engine, kind, size, setting in database.cases(
                    "Engine", "StorageType", "AllocatedStorage", name
                ):
                    small = size.number is not None and size.number < _THRESHOLD
                    if engine.text in _ENGINES and kind.text == "gp3" and small and setting.present:
                        yield Finding(
                            setting.path,
                            f"{name} can't be set on gp3 storage of {size.shown} GiB: RDS takes it "
                            f"from {_THRESHOLD} GiB; remove it or allocate more",
                        )
