"""Where a value can't be known, nothing is said: it may be the right one."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest
from linting import decode, judge, report

from axonflow_cfn import rules
from axonflow_cfn.rule import DeployabilityRule

PACK = rules.load()
Path = tuple[str | int, ...]
# W9006 and W9610 speak of what a parameter feeds, I9410 and W9821 of what nothing refers to any more.
EXEMPT = {"W9006", "W9610", "I9410", "W9821"}
TEMPLATES = {
    "E9820": """
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: ONE}
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {ScalableDimension: 'ecs:service:DesiredCount', ResourceId: TWO}
""",
    "W9133": """
  Namespace: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: ONE}}
  Service:
    Type: AWS::ECS::Service
    Properties: {ServiceConnectConfiguration: {Enabled: true, Namespace: TWO}}
""",
    "E9901": """
  One: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: fs-1, SubnetId: ONE}}
  Two: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: fs-1, SubnetId: TWO}}
""",
    "W9746": """
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: ONE}}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [TWO]}}}
""",
    "W9242": """
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal}}
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTPS
      DefaultActions: [{Type: forward, TargetGroupArn: ONE}]
  Http:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: TWO}]
""",
    "E9614": """
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, MasterUsername: app, MasterUserPassword: ONE}
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub ['{"username": "other", "password": "${P}", "host": "x"}', {P: TWO}]
""",
}


@pytest.mark.parametrize("rule", TEMPLATES)
@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("alike", "alike", True),
        ("!ImportValue alike", "!ImportValue another", False),
    ],
)
def test_only_known_values_are_equal(rule: str, one: str, two: str, same: bool) -> None:  # noqa: FBT001 - a table's column
    template = "Resources:" + TEMPLATES[rule].replace("ONE", one).replace("TWO", two)
    assert bool(report(template, rule)) is same


def _nodes(node: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Where something stands, arguments of functions aside."""
    if isinstance(node, Mapping):
        function = next(iter(node), "") if len(node) == 1 else ""
        if function == "Ref" or function.startswith("Fn::"):
            return
    yield path, node
    children = enumerate(node) if isinstance(node, list) else ()
    for key, value in node.items() if isinstance(node, Mapping) else children:
        yield from _nodes(value, (*path, key))


def _replaced(template: Any, path: Path, value: object) -> Any:
    copy = node = deepcopy(template)
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return copy


@pytest.mark.parametrize("rule", PACK, ids=[rule.id for rule in PACK])
def test_a_good_example_stays_good_as_its_values_become_unknown(
    rule: type[DeployabilityRule],
) -> None:
    template = decode(rule.good)
    template.setdefault("Parameters", {})["Unknown"] = {"Type": "String"}
    said = _places(template)
    for name, resource in template["Resources"].items():
        start = ("Resources", name, "Properties")
        # Properties itself is no function, but for a macro's.
        for path, node in list(_nodes(resource.get("Properties", {}), start))[1:]:
            # A list or a dict that is not known, and a scalar that is a parameter's.
            inner = isinstance(node, Mapping | list)
            unknown = {"Fn::ImportValue": "x"} if inner else {"Ref": "Unknown"}
            said_now = _places(_replaced(template, path, unknown)) - said
            assert {one for one in said_now if one[0] not in EXEMPT} == set(), path


def _places(template: Any) -> set[tuple[str, str]]:
    """Which rule speaks where."""
    return {(match.rule.id, vars(match)["path_string"]) for match in judge(template)}
