"""E9306."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.model.rds import has_common_storage, is_member
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
_LEAST_IOPS = {"gp3": 12000, "io1": 1000, "io2": 1000}
_MOST_IOPS = {"gp3": 64000, "io1": 256000, "io2": 256000}
_THROUGHPUT = (500, 4000)
_STRIPED = 400
_MOST_RATIO = {"gp3": 500, "io1": 50, "io2": 1000}


class StoragePerformance(DeployabilityRule):
    """IOPS or throughput that the storage type does not take."""

    id = "E9306"
    shortdesc = "Iops or StorageThroughput does not fit the storage type"
    description = (
        "RDS refuses the instance: io1 and io2 need Iops, gp2 and magnetic storage take none, "
        "StorageThroughput is for gp3 alone, and both have a range that depends on type and size. "
        "Give a value of the range, or leave the property out."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html"
    tags = ["resources", "rds"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, AllocatedStorage: 100, StorageType: io1}
"""
    good = bad.replace("io1", "io1, Iops: 3000")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at type, size and performance of each instance together."""
        for database in model.of_type("AWS::RDS::DBInstance"):
            if is_member(database):
                continue
            names = ("Engine", "StorageType", "AllocatedStorage", "Iops", "StorageThroughput")
            for engine, kind, size, iops, throughput in database.cases(*names):
                if has_common_storage(engine) and kind.text and plausible(model, kind.when):
                    yield from _iops(kind, size, iops)
                    yield from _throughput(kind, size, throughput)


def _iops(kind: Value, size: Value, iops: Value) -> Iterator[Finding]:
    name = kind.text or ""
    if iops.absent:
        if name in {"io1", "io2"}:
            yield Finding(kind.path, f"StorageType {kind.shown} needs Iops; state it")
    elif name in {"gp2", "standard"}:
        yield Finding(iops.path, f"StorageType {kind.shown} takes no Iops; remove it or use gp3")
    elif iops.number is not None and name in _LEAST_IOPS and not _small(name, size):
        least, most = _LEAST_IOPS[name], _MOST_IOPS[name]
        if size.number is not None:
            most = min(most, int(size.number * _MOST_RATIO[name]))
        if not least <= iops.number <= most:
            yield Finding(
                iops.path,
                f"Iops {iops.shown} is outside {least} to {most}, which {kind.shown} storage of "
                f"{size.shown} GiB takes",
            )


def _throughput(kind: Value, size: Value, throughput: Value) -> Iterator[Finding]:
    if throughput.absent:
        return
    if kind.text != "gp3":
        yield Finding(
            throughput.path,
            f"StorageThroughput is for gp3 alone, not for {kind.shown}; remove it",
        )
    elif throughput.number is not None and not _small("gp3", size) and size.number is not None:
        least, most = _THROUGHPUT
        if not least <= throughput.number <= most:
            yield Finding(
                throughput.path,
                f"StorageThroughput {throughput.shown} is outside {least} to {most} MiB/s",
            )


def _small(kind: str, size: Value) -> bool:
    """Whether gp3 takes no figures at all, which is E9301's, or that is not known."""
    return kind == "gp3" and (size.number is None or size.number < _STRIPED)
