from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from axonflow_cfn.diff.changes import MASK
from axonflow_cfn.diff.classify import changes

DATABASE = """
Type: AWS::RDS::DBInstance
DeletionPolicy: Snapshot
Properties:
  DBInstanceIdentifier: db
  Engine: postgres
  MasterUsername: axonflow
  AllocatedStorage: '100'
  BackupRetentionPeriod: 7
  DBInstanceClass: db.t3.medium
"""
GROUP = """
Type: AWS::EC2::SecurityGroup
Properties:
  GroupDescription: x
  SecurityGroupIngress:
  - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}
"""
ROLE = """
Type: AWS::IAM::Role
Properties:
  AssumeRolePolicyDocument:
    Statement:
    - Effect: Allow
      Principal: {Service: ecs-tasks.amazonaws.com}
      Action: sts:AssumeRole
      Condition: {StringEquals: {'aws:SourceAccount': '1'}}
  Policies:
  - PolicyName: p
    PolicyDocument:
      Statement:
      - {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*'}
      - {Effect: Deny, Action: 's3:DeleteObject', Resource: '*'}
"""
TASK = "{Type: AWS::ECS::TaskDefinition, Properties: {Family: f, Cpu: '256'}}"
TARGETS = (
    "{Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Name: tg, Port: 80, "
    "HealthCheckPath: /health}}"
)
UNNAMED = TARGETS.replace("Name: tg, ", "")


def template(resource: str, **sections: Any) -> Mapping[str, Any]:
    return {"Resources": {"R": yaml.safe_load(resource)}, **sections}


def judged(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    return [(change.path, change.kind, change.severity.label) for change in changes(old, new)]


@pytest.mark.parametrize(
    ("resource", "old", "new", "expected"),
    [
        pytest.param(
            DATABASE,
            "MasterUsername: axonflow",
            "MasterUsername: root",
            [
                (
                    "Resources.R.Properties.MasterUsername",
                    "stateful-replacement",
                    "stateful-replacement",
                )
            ],
            id="a database's createOnly property",
        ),
        pytest.param(
            DATABASE,
            "DBInstanceIdentifier: db",
            "DBInstanceIdentifier: other",
            [
                (
                    "Resources.R.Properties.DBInstanceIdentifier",
                    "stateful-replacement",
                    "stateful-replacement",
                )
            ],
            id="a database's name",
        ),
        pytest.param(
            DATABASE,
            "db.t3.medium",
            "db.t3.large",
            [("Resources.R.Properties.DBInstanceClass", "interruption", "interruption")],
            id="a database's class",
        ),
        pytest.param(
            DATABASE,
            "AllocatedStorage: '100'",
            "AllocatedStorage: 200",
            [("Resources.R.Properties.AllocatedStorage", "no-interruption", "no-interruption")],
            id="a database's storage",
        ),
        pytest.param(
            DATABASE,
            "BackupRetentionPeriod: 7",
            "BackupRetentionPeriod: 8",
            [
                (
                    "Resources.R.Properties.BackupRetentionPeriod",
                    "no-interruption",
                    "no-interruption",
                )
            ],
            id="conditionally createOnly, but documented as harmless",
        ),
        pytest.param(
            DATABASE,
            "DeletionPolicy: Snapshot",
            "DeletionPolicy: Delete",
            [("Resources.R.DeletionPolicy", "data-unprotected", "stateful-replacement")],
            id="a database's snapshot policy",
        ),
        pytest.param(
            DATABASE,
            "DeletionPolicy: Snapshot",
            "DeletionPolicy: Retain",
            [("Resources.R.DeletionPolicy", "no-interruption", "no-interruption")],
            id="a policy as safe",
        ),
        pytest.param(
            TARGETS,
            "Port: 80",
            "Port: 81",
            [("Resources.R.Properties.Port", "named-replacement", "update-fails")],
            id="createOnly under a fixed name",
        ),
        pytest.param(
            TARGETS,
            "Name: tg",
            "Name: targets",
            [("Resources.R.Properties.Name", "name-changed", "update-fails")],
            id="a fixed name",
        ),
        pytest.param(
            UNNAMED,
            "Port: 80",
            "Port: 81",
            [("Resources.R.Properties.Port", "replacement", "replacement")],
            id="createOnly without a name",
        ),
        pytest.param(
            TARGETS,
            "/health",
            "/healthz",
            [("Resources.R.Properties.HealthCheckPath", "no-interruption", "no-interruption")],
            id="an ordinary property",
        ),
        pytest.param(
            TASK,
            "256",
            "512",
            [("Resources.R.Properties.Cpu", "new-revision", "no-interruption")],
            id="a task definition's new revision",
        ),
        pytest.param(
            TARGETS,
            "TargetGroup,",
            "Listener,",
            [("Resources.R.Type", "type-changed", "update-fails")],
            id="another type, and nothing else said",
        ),
        pytest.param(
            GROUP,
            "10.0.0.0/8",
            "0.0.0.0/0",
            [
                ("Resources.R", "network-opened", "security"),
                ("Resources.R.Properties.SecurityGroupIngress.0.CidrIp", *["no-interruption"] * 2),
                ("Resources.R", "network-closed", "no-interruption"),
            ],
            id="another source",
        ),
        pytest.param(
            ROLE,
            "s3:GetObject",
            "s3:Get*",
            [
                ("Resources.R", "iam-widened", "security"),
                (
                    "Resources.R.Properties.Policies.p.PolicyDocument.Statement.0.Action.0",
                    *["no-interruption"] * 2,
                ),
            ],
            id="more actions",
        ),
        pytest.param(
            ROLE,
            "arn:aws:s3:::a/*",
            "arn:aws:s3:::a/b/*",
            [
                (
                    "Resources.R.Properties.Policies.p.PolicyDocument.Statement.0.Resource.0",
                    *["no-interruption"] * 2,
                ),
                ("Resources.R", "iam-narrowed", "no-interruption"),
            ],
            id="fewer resources",
        ),
        pytest.param(
            ROLE,
            "      Condition: {StringEquals: {'aws:SourceAccount': '1'}}\n",
            "",
            [
                ("Resources.R", "iam-widened", "security"),
                (
                    "Resources.R.Properties.AssumeRolePolicyDocument.Statement.0.Condition",
                    *["no-interruption"] * 2,
                ),
            ],
            id="a condition less",
        ),
        pytest.param(
            ROLE,
            "      - {Effect: Deny, Action: 's3:DeleteObject', Resource: '*'}\n",
            "",
            [
                ("Resources.R", "iam-widened", "security"),
                (
                    "Resources.R.Properties.Policies.p.PolicyDocument.Statement",
                    *["no-interruption"] * 2,
                ),
            ],
            id="a denial less",
        ),
    ],
)
def test_a_changed_resource(
    resource: str, old: str, new: str, expected: list[tuple[str, str, str]]
) -> None:
    assert old in resource
    assert judged(template(resource), template(resource.replace(old, new))) == expected


@pytest.mark.parametrize(
    ("resource", "kind", "severity"),
    [
        (DATABASE, "stateful-removal", "stateful-replacement"),
        (TARGETS, "removed", "replacement"),
    ],
)
def test_a_removed_resource(resource: str, kind: str, severity: str) -> None:
    assert judged(template(resource), {"Resources": {}}) == [("Resources.R", kind, severity)]


def test_an_added_resource() -> None:
    assert judged({"Resources": {}}, template(TARGETS)) == [
        ("Resources.R", "added", "no-interruption")
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            {},
            {"P": {"Type": "String"}},
            ("Parameters.P", "new-required-parameter", "contract"),
            id="required",
        ),
        pytest.param(
            {},
            {"P": {"Type": "String", "Default": ""}},
            ("Parameters.P", "new-parameter", "no-interruption"),
            id="optional",
        ),
        pytest.param(
            {"P": {"Type": "String"}},
            {},
            ("Parameters.P", "removed-parameter", "contract"),
            id="removed",
        ),
        pytest.param(
            {"P": {"Type": "Number", "Default": 5}},
            {"P": {"Type": "Number", "Default": "6"}},
            ("Parameters.P.Default", "changed-default", "contract"),
            id="default",
        ),
        pytest.param(
            {"P": {"Type": "Number", "Default": 5}},
            {"P": {"Type": "Number"}},
            ("Parameters.P.Default", "new-required-parameter", "contract"),
            id="default removed",
        ),
        pytest.param(
            {"P": {"Type": "Number", "MaxValue": 5}},
            {"P": {"Type": "Number", "MaxValue": 4}},
            ("Parameters.P.MaxValue", "changed-constraint", "contract"),
            id="constraint",
        ),
        pytest.param(
            {"P": {"Type": "String", "NoEcho": True}},
            {"P": {"Type": "String"}},
            ("Parameters.P.NoEcho", "no-longer-masked", "security"),
            id="shown",
        ),
        pytest.param(
            {"P": {"Type": "String", "Description": "a"}},
            {"P": {"Type": "String", "Description": "b"}},
            ("Parameters.P.Description", "no-interruption", "no-interruption"),
            id="text",
        ),
    ],
)
def test_a_changed_parameter(
    old: Mapping[str, Any], new: Mapping[str, Any], expected: tuple[str, str, str]
) -> None:
    assert judged(template(TASK, Parameters=old), template(TASK, Parameters=new)) == [expected]


@pytest.mark.parametrize(
    ("section", "old", "new", "expected"),
    [
        ("Outputs", {"O": {"Value": 1}}, {}, ("Outputs.O", "removed-output", "contract")),
        ("Outputs", {}, {"O": {"Value": 1}}, ("Outputs.O", "added-output", "no-interruption")),
        (
            "Outputs",
            {"O": {"Value": 1}},
            {"O": {"Value": 2}},
            ("Outputs.O.Value", "changed-output", "contract"),
        ),
        ("Rules", {}, {"X": {"Assertions": []}}, ("Rules.X", "changed-rule", "contract")),
        ("Rules", {"X": {}}, {}, ("Rules.X", "removed-rule", "no-interruption")),
    ],
)
def test_a_changed_contract(
    section: str, old: Mapping[str, Any], new: Mapping[str, Any], expected: tuple[str, str, str]
) -> None:
    assert judged(template(TASK, **{section: old}), template(TASK, **{section: new})) == [expected]


def test_a_changed_mapping_reaches_the_property_that_looks_into_it() -> None:
    resource = TARGETS.replace("Port: 80", "Port: {'Fn::FindInMap': [M, a, Port]}")
    old = template(resource, Mappings={"M": {"a": {"Port": 80}}})
    new = template(resource, Mappings={"M": {"a": {"Port": 81}}})
    assert judged(old, new) == [
        ("Resources.R.Properties.Port", "named-replacement", "update-fails"),
        ("Mappings.M.a.Port", "no-interruption", "no-interruption"),
    ]


def test_a_changed_condition_reaches_the_resources_under_it() -> None:
    resource = DATABASE + "Condition: C\n"
    old = template(resource, Conditions={"C": {"Fn::Equals": [1, 1]}})
    new = template(resource, Conditions={"C": {"Fn::Equals": [1, 2]}})
    assert judged(old, new) == [("Conditions.C", "condition-changed", "stateful-replacement")]


def test_a_resource_that_becomes_conditional() -> None:
    conditions = {"C": {"Fn::Equals": [1, 1]}}
    old = template(TARGETS, Conditions=conditions)
    new = template(TARGETS.replace("{Type", "{Condition: C, Type"), Conditions=conditions)
    assert judged(old, new) == [("Resources.R.Condition", "condition-changed", "replacement")]


@pytest.mark.parametrize("whole", [True, False], ids=["new parameter", "changed default"])
def test_a_secret_default_is_masked(whole: bool) -> None:  # noqa: FBT001 a case
    secret = {"P": {"Type": "String", "NoEcho": "true", "Default": "hunter2"}}
    before = {} if whole else {"P": {**secret["P"], "Default": "hunter1"}}
    (change,) = changes(template(TASK, Parameters=before), template(TASK, Parameters=secret))
    assert "hunter" not in repr(change)
    assert MASK in repr(change)


def test_exposing_a_load_balancer_opens_the_network() -> None:
    balancer = "{Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal}}"
    new = balancer.replace("internal", "internet-facing")
    assert ("Resources.R", "network-opened", "security") in judged(
        template(balancer), template(new)
    )
