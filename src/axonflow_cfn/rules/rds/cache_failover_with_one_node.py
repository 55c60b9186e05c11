"""E9326."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUP = "AWS::ElastiCache::ReplicationGroup"
# Any of these may make shards, of which each can do without a replica.
_SHARDS = ("NodeGroupConfiguration", "NumNodeGroups", "ReplicasPerNodeGroup")
# What the nodes come from, if it is not NumCacheClusters.
_ORIGINS = ("GlobalReplicationGroupId", "PrimaryClusterId", "PreferredCacheClusterAZs")


class CacheFailoverWithOneNode(DeployabilityRule):
    """A cache that fails over to a node which it does not have."""

    id = "E9326"
    shortdesc = "Automatic failover or Multi-AZ of a cache with a single node"
    description = (
        "ElastiCache refuses the replication group ('When using automatic failover, there must be "
        "at least 2 cache clusters in the replication group'): failover, and Multi-AZ as well, "
        "need a replica. Give NumCacheClusters 2 or more, or turn both off. Without any number "
        "there is one node."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/"
        "API_CreateReplicationGroup.html"
    )
    tags = ["resources", "elasticache"]
    bad = """
Resources:
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: x
      CacheNodeType: cache.t4g.small
      NumCacheClusters: 1
      AutomaticFailoverEnabled: true
"""
    good = bad.replace("Clusters: 1", "Clusters: 2")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the number of nodes where something needs two."""
        for cache in model.of_type(_GROUP):
            names = ("NumCacheClusters", "AutomaticFailoverEnabled", "MultiAZEnabled")
            for nodes, failover, zones, *others in cache.cases(*names, *_SHARDS, *_ORIGINS):
                wanting = next((one for one in (failover, zones) if one.flag), None)
                if wanting is None or any(other.present for other in others):
                    continue
                if nodes.absent or nodes.number == 1:
                    name = "AutomaticFailoverEnabled" if wanting is failover else "MultiAZEnabled"
                    number = "is not given" if nodes.absent else f"is {nodes.shown}"
                    yield Finding(
                        wanting.path if nodes.absent else nodes.path,
                        f"{name} needs a replica, but NumCacheClusters {number}; give 2 or more",
                    )
