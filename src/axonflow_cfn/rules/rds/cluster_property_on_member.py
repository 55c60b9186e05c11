"""E9315."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# What the cluster decides for its members. AllocatedStorage, BackupRetentionPeriod and others are
# rules of cfn-lint. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
# aws-resource-rds-dbinstance.html
_OWN = (
    "DBName",
    "Iops",
    "MasterUsername",
    "MaxAllocatedStorage",
    "MultiAZ",
    "Port",
    "PreferredBackupWindow",
    "StorageThroughput",
    "VPCSecurityGroups",
)


class ClusterPropertyOnMember(DeployabilityRule):
    """A property of the cluster on an instance in it."""

    id = "E9315"
    shortdesc = "Property of the DB cluster stated on an instance of it"
    description = (
        "RDS refuses an instance of a cluster that states what the cluster decides (The requested "
        "DB Instance will be a member of a DB Cluster). State it on the AWS::RDS::DBCluster, or "
        "make the instances of the cluster of its version."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-rds-dbinstance.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql}
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBClusterIdentifier: !Ref Cluster
      VPCSecurityGroups: [sg-12345678]
"""
    good = bad.replace("      VPCSecurityGroups: [sg-12345678]\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each instance that names a cluster."""
        for member in model.of_type("AWS::RDS::DBInstance"):
            for name in _OWN:
                for cluster, value in member.cases("DBClusterIdentifier", name):
                    # MultiAZ: false says what is so anyway, and is taken.
                    if cluster.present and value.present and value.flag is not False:
                        yield Finding(
                            value.path,
                            f"{name} belongs to the DB cluster, not to its instance "
                            f"{member.logical_id}; move it there",
                        )
            for cluster, version in member.cases("DBClusterIdentifier", "EngineVersion"):
                whole = cluster.follow("AWS::RDS::DBCluster")
                for other in whole.values("EngineVersion") if whole else ():
                    if version.text and other.text and version.text != other.text:
                        yield Finding(
                            version.path,
                            f"EngineVersion {version.shown} is not the cluster's {other.shown}; "
                            "leave it out",
                        )
