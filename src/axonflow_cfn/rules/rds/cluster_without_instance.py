"""E9316."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.rds import engine_name
from axonflow_cfn.rule import DeployabilityRule, Finding


class ClusterWithoutInstance(DeployabilityRule):
    """An Aurora cluster that nothing can connect to."""

    id = "E9316"
    shortdesc = "Aurora cluster with no instance accepts no connection"
    description = (
        "An Aurora cluster is created without instances, and its endpoint answers only once it has "
        "one: tasks that use it fail to connect. Add an AWS::RDS::DBInstance with its "
        "DBClusterIdentifier."
    )
    source_url = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.html"
    tags = ["resources", "rds"]
    bad = """
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql}
Outputs:
  Host: {Value: !GetAtt Cluster.Endpoint.Address}
"""
    good = """
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql}
  Writer:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: aurora-postgresql, DBClusterIdentifier: !Ref Cluster}
Outputs:
  Host: {Value: !GetAtt Cluster.Endpoint.Address}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for an instance of each provisioned cluster whose endpoint is used."""
        members = [
            cluster
            for instance in model.of_type("AWS::RDS::DBInstance")
            for cluster in instance.values("DBClusterIdentifier")
        ]
        # An instance may name its cluster by something else than a reference.
        if any(cluster.reference is None for cluster in members):
            return
        filled = {cluster.reference.logical_id for cluster in members if cluster.reference}
        for cluster in model.of_type("AWS::RDS::DBCluster"):
            name = cluster.logical_id
            if name in filled or not _is_used(model, name):
                continue
            for engine, mode in cluster.cases("Engine", "EngineMode"):
                provisioned = mode.absent or mode.text == "provisioned"
                if provisioned and engine_name(engine).startswith("aurora-"):
                    yield Finding(
                        cluster.path,
                        f"{name} has no instance, so its endpoint accepts no "
                        "connection; add an AWS::RDS::DBInstance to it",
                    )


def _is_used(model: TemplateModel, cluster: str) -> bool:
    """Whether something reads its endpoint."""
    outputs = (part for output in model.outputs.values() for part in output.values("Value"))
    if any(value.reference and value.reference.logical_id == cluster for value in outputs):
        return True
    return any(
        mention.name == cluster and (mention.attribute or "").endswith("Endpoint.Address")
        for name in model.resources
        for mention in model.mentions(name)
    )
