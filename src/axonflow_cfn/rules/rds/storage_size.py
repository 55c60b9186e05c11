"""E9307."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.model.rds import has_common_storage
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
# That says 20 for gp2 as well, but RDS takes 5.
_SIZES = {
    "gp2": (5, 65536),
    "gp3": (20, 65536),
    "io1": (100, 65536),
    "io2": (100, 65536),
    "standard": (5, 3072),
}
_GROWTH = 1.1


class StorageSize(DeployabilityRule):
    """Storage smaller or larger than its type, or an upper limit below it."""

    id = "E9307"
    shortdesc = "AllocatedStorage is outside its range, or autoscaling ends below it"
    description = (
        "RDS refuses an instance whose AllocatedStorage is outside the range of its storage "
        "type, and one whose MaxAllocatedStorage is not at least 10 % above it. Change the "
        "figure."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, StorageType: gp3, AllocatedStorage: 100, MaxAllocatedStorage: 50}
"""
    good = bad.replace(": 50", ": 200")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the figures of each instance together."""
        for database in model.of_type("AWS::RDS::DBInstance"):
            names = ("Engine", "StorageType", "AllocatedStorage", "MaxAllocatedStorage")
            for engine, kind, size, most in database.cases(*names):
                if not has_common_storage(engine) or not plausible(model, size.when):
                    continue
                if size.number is None:
                    continue
                least, largest = _SIZES.get(kind.text or "", (5, 65536))
                if not least <= size.number <= largest:
                    yield Finding(
                        size.path,
                        f"AllocatedStorage {size.shown} is outside {least} to {largest} GiB"
                        + (f", which {kind.shown} takes" if kind.text else ""),
                    )
                if most.number is not None and most.number < size.number * _GROWTH:
                    yield Finding(
                        most.path,
                        f"MaxAllocatedStorage {most.shown} must be at least 10 % above "
                        f"AllocatedStorage {size.shown}",
                    )
