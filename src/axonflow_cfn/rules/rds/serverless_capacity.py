"""E9317."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.rule import DeployabilityRule, Finding

_MOST = 256
_LEAST_TOP = 1


class ServerlessCapacity(DeployabilityRule):
    """Capacity of Aurora Serverless v2 that is missing or impossible."""

    id = "E9317"
    shortdesc = "Aurora Serverless v2 capacity is missing or out of range"
    description = (
        "RDS refuses an instance of the class db.serverless while its cluster has no "
        "ServerlessV2ScalingConfiguration, and a MinCapacity above MaxCapacity, outside 0 to 256, "
        "or no multiple of 0.5. Correct the figures on the cluster."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/"
        "aurora-serverless-v2.setting-capacity.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      ServerlessV2ScalingConfiguration: {MinCapacity: 8, MaxCapacity: 4}
"""
    good = bad.replace("MinCapacity: 8", "MinCapacity: 0.5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the figures of each cluster, then at its serverless instances."""
        for cluster in model.of_type("AWS::RDS::DBCluster"):
            for scaling in cluster.values("ServerlessV2ScalingConfiguration"):
                for low, high in scaling.cases("MinCapacity", "MaxCapacity"):
                    if plausible(model, low.when):
                        yield from _range(low, high)
        for member in model.of_type("AWS::RDS::DBInstance"):
            for kind, name in member.cases("DBInstanceClass", "DBClusterIdentifier"):
                owner = name.follow("AWS::RDS::DBCluster")
                if kind.text == "db.serverless" and owner:
                    for (scaling,) in owner.cases("ServerlessV2ScalingConfiguration"):
                        if scaling.absent:
                            yield Finding(
                                kind.path,
                                f"db.serverless needs a ServerlessV2ScalingConfiguration on "
                                f"{owner.logical_id}",
                            )


def _range(low: Value, high: Value) -> Iterator[Finding]:
    for value, least in ((low, 0), (high, _LEAST_TOP)):
        number = value.number
        if number is not None and (number * 2 % 1 or not least <= number <= _MOST):
            yield Finding(
                value.path,
                f"Capacity {value.shown} must be {least} to {_MOST} in steps of 0.5",
            )
    if low.number is not None and high.number is not None and low.number > high.number:
        yield Finding(low.path, f"MinCapacity {low.shown} is above MaxCapacity {high.shown}")
