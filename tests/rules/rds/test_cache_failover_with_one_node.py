import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Nodes: {Type: Number, Default: 1, AllowedValues: [1, 2]}
"""
RESOURCES = """  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {ReplicationGroupDescription: x, CacheNodeType: cache.t4g.small, BODY}
"""
AT = "Resources/Cache/Properties/"


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        (
            "NumCacheClusters: 1, AutomaticFailoverEnabled: true, MultiAZEnabled: true",
            "NumCacheClusters",
            "AutomaticFailoverEnabled needs a replica, but NumCacheClusters is 1; give 2 or more",
        ),
        (
            "NumCacheClusters: 1, MultiAZEnabled: true",
            "NumCacheClusters",
            "MultiAZEnabled needs a replica, but NumCacheClusters is 1; give 2 or more",
        ),
        (
            "AutomaticFailoverEnabled: true",
            "AutomaticFailoverEnabled",
            (
                "AutomaticFailoverEnabled needs a replica, but NumCacheClusters is not given; "
                "give 2 or more"
            ),
        ),
        (
            "NumCacheClusters: !Ref Nodes, AutomaticFailoverEnabled: true",
            "NumCacheClusters",
            (
                "AutomaticFailoverEnabled needs a replica, but NumCacheClusters is 1 (parameter "
                "Nodes); give 2 or more"
            ),
        ),
        (
            "NumCacheClusters: !If [IsUsed, 2, 1], AutomaticFailoverEnabled: true",
            "NumCacheClusters/Fn::If/2",
            "AutomaticFailoverEnabled needs a replica, but NumCacheClusters is 1; give 2 or more",
        ),
    ],
)
def test_one_node(body: str, place: str, message: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9326") == [(AT + place, message)]


@pytest.mark.parametrize(
    "body",
    [
        "NumCacheClusters: 2, AutomaticFailoverEnabled: true, MultiAZEnabled: true",
        "NumCacheClusters: 1, AutomaticFailoverEnabled: false, MultiAZEnabled: false",
        "NumCacheClusters: 1",
        "NumCacheClusters: 1, AutomaticFailoverEnabled: !Ref Any",
        "NumCacheClusters: !Ref Any, AutomaticFailoverEnabled: true",
        "NumCacheClusters: !If [IsUsed, 2, 1], AutomaticFailoverEnabled: !If [IsUsed, true, false]",
        "NumNodeGroups: 1, ReplicasPerNodeGroup: 0, AutomaticFailoverEnabled: true",
        "NodeGroupConfiguration: [{ReplicaCount: 0}], AutomaticFailoverEnabled: true",
        "GlobalReplicationGroupId: !Ref Any, AutomaticFailoverEnabled: true",
        "PrimaryClusterId: !Ref Any, AutomaticFailoverEnabled: true",
    ],
)
def test_a_replica_no_failover_or_not_known(body: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9326") == []
