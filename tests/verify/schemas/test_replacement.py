"""Replacement analysis: it finds doctored releases, and clears every change of parameters."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from verify.schemas.deployments import NONE, Case, cases
from verify.schemas.replacement import NAMES, replacements, update_problems, upgrade_problems

from axonflow_cfn import (
    AgentConfig,
    Deployment,
    TemplateConfig,
    build_template,
    resolve_template,
    to_data,
)

Template = dict[str, Any]

TEMPLATE = to_data(build_template(TemplateConfig()))
NEVER = {"Fn::Equals": ["", "0"]}
STACK = Deployment(
    parameters={
        "VpcId": "vpc-1",
        "PrivateSubnet1": "subnet-1",
        "PrivateSubnet2": "subnet-2",
        "CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1",
    }
)


def doctored(change: Callable[[Template], object]) -> Template:
    template: Template = json.loads(json.dumps(TEMPLATE))
    change(template)
    return template


def setting(logical_id: str, **properties: object) -> Callable[[Template], object]:
    return lambda template: template["Resources"][logical_id]["Properties"].update(properties)


def renaming(old: str, new: str) -> Callable[[Template], object]:
    def rename(template: Template) -> None:
        template.update(json.loads(json.dumps(template).replace(f'"{old}"', f'"{new}"')))
        if old in template["Resources"]:
            template["Resources"][new] = template["Resources"].pop(old)

    return rename


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (setting("Database", DBName="other"), ["Database would be replaced: DBName"]),
        (
            setting("Database", DBInstanceIdentifier="other"),
            ["Database would be replaced: DBInstanceIdentifier"],
        ),
        (setting("Database", MultiAZ=False), ["Database may be replaced: MultiAZ"]),
        # A named subnet group replaces the unnamed one; its Ref is the database's property.
        (
            setting("DatabaseSubnetGroup", DBSubnetGroupName="named"),
            ["Database would be replaced: DBSubnetGroupName"],
        ),
        (
            setting("DatabaseParameterGroup", Family="postgres16"),
            ["Database may be replaced: DBParameterGroupName"],
        ),
        (setting("DatabaseUrlSecret", Name="url"), ["DatabaseUrlSecret would be replaced: Name"]),
        (
            lambda template: template["Conditions"].update(GeneratePassword=NEVER),
            ["DatabasePassword would be deleted"],
        ),
        (
            setting("AgentLogGroup", LogGroupName="/ecs/agent"),
            ["AgentLogGroup would be replaced: LogGroupName"],
        ),
        (
            setting("AgentSecurityGroup", GroupDescription="Agents"),
            ["AgentSecurityGroup would be replaced: GroupDescription"],
        ),
        (setting("AgentTargetGroup", Port=8090), ["AgentTargetGroup would be replaced: Port"]),
        (
            setting("LoadBalancer", Scheme="internet-facing"),
            ["LoadBalancer would be replaced: Scheme"],
        ),
        (setting("AgentService", LaunchType="EC2"), ["AgentService may be replaced: LaunchType"]),
        # The services live in the cluster: whoever replaces it replaces them.
        (
            setting("Cluster", ClusterName="other"),
            [
                "Cluster would be replaced: ClusterName",
                "AgentService would be replaced: Cluster",
                "OrchestratorService would be replaced: Cluster",
            ],
        ),
        (
            setting("OrchestratorDiscovery", HealthCheckCustomConfig={"FailureThreshold": 2}),
            ["OrchestratorDiscovery would be replaced: HealthCheckCustomConfig"],
        ),
        (
            renaming("AgentLogGroup", "AgentLogs"),
            ["AgentLogGroup would be deleted", "AgentLogs would take the name of AgentLogGroup"],
        ),
        (
            renaming("AWS::Logs::LogGroup", "AWS::SSM::Parameter"),
            ["AgentLogGroup would change its type", "OrchestratorLogGroup would change its type"],
        ),
        (
            lambda template: template["Parameters"].update(Extra={"Type": "String"}),
            ["Extra is a new parameter without a default"],
        ),
    ],
)  # fmt: skip
def test_a_doctored_release_is_found(
    change: Callable[[Template], object], problems: list[str]
) -> None:
    assert upgrade_problems(TEMPLATE, doctored(change), STACK) == problems


def test_a_release_with_new_images_sizes_and_parameters_is_none() -> None:
    config = TemplateConfig(version="1.1.0", agent=AgentConfig(cpu=2048, memory=4096))
    newer = to_data(build_template(config))
    newer["Parameters"]["Extra"] = {"Type": "String", "Default": ""}
    before, after = (resolve_template(t, STACK)["Resources"] for t in (TEMPLATE, newer))
    assert upgrade_problems(TEMPLATE, newer, STACK) == []
    assert replacements(before, after, "us-east-1") == {
        "AgentTaskDefinition": ("/properties/ContainerDefinitions", True),
        "OrchestratorTaskDefinition": ("/properties/ContainerDefinitions", True),
    }


def test_no_change_of_parameters_replaces_what_is_named_or_stateful() -> None:
    counts: Counter[str] = Counter()

    @settings(
        max_examples=400,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(faults=NONE), cases(faults=NONE))
    def check(before: Case, after: Case) -> None:
        # The VPC is a stack's for life (VpcId's description), and with it its subnets' zones.
        network = {n: before.deployment.parameters[n] for n in NETWORK}
        moved = replace(before.deployment, parameters={**after.deployment.parameters, **network})
        old, new = (resolve_template(TEMPLATE, d)["Resources"] for d in (before.deployment, moved))
        region = moved.region
        assert [p for p in update_problems(old, new, region) if p not in INTENDED] == []
        counts["updates by parameters"] += 1
        counts.update(f"replaced {name}" for name in replacements(old, new, region))

    check()
    print("\n".join(f"{name}: {count}" for name, count in sorted(counts.items())))
    assert counts["updates by parameters"] == 400


NETWORK = ("VpcId", "PrivateSubnet1", "PrivateSubnet2")
INTENDED = {
    # The customer takes the password into their own hands: it is in DBPassword from then on.
    "DatabasePassword would be deleted",
}


def test_each_named_type_has_its_name_in_the_template() -> None:
    named = {
        resource["Type"]
        for resource in TEMPLATE["Resources"].values()
        if NAMES.get(resource["Type"]) in resource["Properties"]
    }
    assert named == NAMES.keys()
