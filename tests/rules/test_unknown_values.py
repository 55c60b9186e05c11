"""Where a value can't be known, nothing is said: it may be the right one."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest
from linting import decode, judge, report

from axonflow_cfn import rules
from axonflow_cfn.rule import DeployabilityRule

PACK = rules.load()
# W9006: a parameter feeds what can't change; W9610: a parameter takes a secret and shows it.
ABOUT_PARAMETERS = {"W9006", "W9610"}

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


def _literals(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where the literals are, arguments of functions aside."""
    if isinstance(node, Mapping):
        function = next(iter(node), "") if len(node) == 1 else ""
        if function != "Ref" and not function.startswith("Fn::"):
            for key, value in node.items():
                yield from _literals(value, (*path, str(key)))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _literals(value, (*path, index))
    else:
        yield path


def _replaced(template: Any, path: tuple[str | int, ...], value: object) -> Any:
    copy = node = deepcopy(template)
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return copy


@pytest.mark.parametrize("rule", PACK, ids=[rule.id for rule in PACK])
@pytest.mark.parametrize("unknown", [{"Fn::ImportValue": "x"}, {"Ref": "Unknown"}], ids=str)
def test_a_good_example_stays_good_as_its_values_become_unknown(
    rule: type[DeployabilityRule], unknown: dict[str, str]
) -> None:
    template = decode(rule.good)
    template.setdefault("Parameters", {})["Unknown"] = {"Type": "String"}
    said = _places(template)
    for name, resource in template["Resources"].items():
        for path in _literals(resource.get("Properties"), ("Resources", name, "Properties")):
            changed = _replaced(template, path, unknown)
            found = _places(changed)
            assert {one for one in found - said if one[0] not in ABOUT_PARAMETERS} == set(), path


def _places(template: Any) -> set[tuple[str, str]]:
    """Which rule speaks where."""
    return {(match.rule.id, vars(match)["path_string"]) for match in judge(template)}
