"""A stack from its change set to its end."""

from collections.abc import Mapping
from typing import Any, Literal

import pytest
from botocore.exceptions import WaiterError
from verify.lifecycle.account import Account
from verify.lifecycle.made import made_by
from verify.lifecycle.stacks import (
    STACK,
    delete,
    deploy,
    events,
    physical_ids,
    resources,
    stack_names,
)
from verify.lifecycle.ways import WAYS, given_for

from axonflow_cfn import TemplateConfig, build_template, render_template, to_data

CONFIG = TemplateConfig()
BUILT = build_template(CONFIG)
BODY = render_template(BUILT)
TEMPLATE = to_data(BUILT)
# What the simulator refuses only when it gets there: a capacity that is no number.
BROKEN = BODY.replace("MaxCapacity: 50", "MaxCapacity: many")


@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize("way", WAYS)
def test_create_makes_every_resource_and_every_output(
    account: Account, way: str, form: Literal["yaml", "json"]
) -> None:
    made = deploy(account, render_template(BUILT, form), given_for(account, way))
    expected = WAYS[way].conditional
    unconditional = {n for n, r in TEMPLATE["Resources"].items() if "Condition" not in r}
    assert made.physical.keys() == unconditional | expected
    assert {change.action for change in made.changes.values()} == {"Add"}
    # MiniStack's change set also lists what a condition leaves out.
    assert made.changes.keys() >= made.physical.keys()
    assert made.outputs == {
        "AgentEndpoint": f"https://{load_balancer(account)['DNSName']}",
        "DatabaseEndpoint": database(account)["Endpoint"]["Address"],
        "ClusterName": f"{STACK}-cluster",
        "PricingTierDeployed": "Growth",
        "AgentServiceName": f"{STACK}-agent-service",
        "OrchestratorServiceName": f"{STACK}-orchestrator-service",
        "DashboardUrl": "https://console.aws.amazon.com/cloudwatch/home?region=us-east-1"
        f"#dashboards/dashboard/{STACK}-dashboard",
        **WAYS[way].outputs,
    }


def load_balancer(account: Account) -> Mapping[str, Any]:
    found: list[dict[str, Any]] = account.client("elbv2").describe_load_balancers()["LoadBalancers"]
    return found[0]


def database(account: Account) -> Mapping[str, Any]:
    found: list[dict[str, Any]] = account.client("rds").describe_db_instances()["DBInstances"]
    return found[0]


def test_what_the_simulator_really_makes(account: Account) -> None:
    """A service answers for the physical id of each resource; pinned, so that a change is seen."""
    made: dict[str, set[str]] = {"ministack": set(), "moto": set(), "nothing": set()}
    for way in WAYS:
        deploy(account, BODY, given_for(account, way), name=f"{STACK}-{way}")
        for resource in resources(account, f"{STACK}-{way}"):
            made[made_by(account, resource)].add(resource["LogicalResourceId"])
    for where, names in made.items():
        print(f"resources made by {where}: {len(names)}: {' '.join(sorted(names))}")
    assert made["nothing"] == set()
    assert made["moto"] == {
        "AgentScalableTarget",
        "AgentScalingPolicy",
        "AgentTasksMissingAlarm",
        "OrchestratorScalableTarget",
        "OrchestratorScalingPolicy",
        "OrchestratorTasksMissingAlarm",
    }
    assert made["ministack"] == TEMPLATE["Resources"].keys() - made["moto"]


def test_cheap_failures_come_first_and_the_agent_before_the_orchestrator(account: Account) -> None:
    deploy(account, BODY, given_for(account, "certificate"))
    order = [
        (event["LogicalResourceId"], event["ResourceStatus"])
        for event in events(account)
        if event["ResourceType"] != "AWS::CloudFormation::Stack"
    ]
    for first, then in [
        ("HttpsListener", "Database"),
        ("HttpsListener", "AgentService"),
        ("Database", "AgentService"),
        ("AgentService", "OrchestratorService"),
    ]:
        done, begun = (first, "CREATE_COMPLETE"), (then, "CREATE_IN_PROGRESS")
        assert order.index(done) < order.index(begun), (first, then)


@pytest.mark.parametrize("way", WAYS)
def test_delete_leaves_a_snapshot_and_nothing_in_the_way_of_the_next_stack(
    account: Account, way: str
) -> None:
    deploy(account, BODY, given_for(account, way))
    left = resources(account)
    delete(account)
    assert stack_names(account) == set()
    assert {made_by(account, resource) for resource in left} == {"nothing"}
    snapshots = account.client("rds").describe_db_snapshots()["DBSnapshots"]
    assert [(s["DBInstanceIdentifier"], s["Status"]) for s in snapshots] == [
        (f"{STACK}-db", "available")
    ]
    deploy(account, BODY, given_for(account, way))  # names are free again


def test_a_failed_create_leaves_nothing_and_the_next_one_succeeds(account: Account) -> None:
    with pytest.raises(WaiterError):
        deploy(account, BROKEN, given_for(account, "certificate"))
    stack = account.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    assert stack["StackStatus"] == "ROLLBACK_COMPLETE"
    assert {made_by(account, r) for r in resources(account) if "PhysicalResourceId" in r} <= {
        "nothing"
    }
    delete(account)
    deploy(account, BODY, given_for(account, "certificate"))


def test_a_failed_update_goes_back_to_what_ran_before(account: Account) -> None:
    before = deploy(account, BODY, given_for(account, "certificate"))
    with pytest.raises(WaiterError):
        deploy(
            account,
            BROKEN.replace(f":{CONFIG.version}", ":2.0.0"),
            given_for(account, "certificate"),
        )
    stack = account.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]
    assert stack["StackStatus"] == "UPDATE_ROLLBACK_COMPLETE"
    assert {made_by(account, resource) for resource in resources(account)} == {"ministack", "moto"}
    service = account.client("ecs").describe_services(
        cluster=f"{STACK}-cluster", services=[f"{STACK}-agent-service"]
    )["services"][0]
    task = account.client("ecs").describe_task_definition(taskDefinition=service["taskDefinition"])
    image = task["taskDefinition"]["containerDefinitions"][0]["image"]
    assert image.endswith(f"/axonflow-agent:{CONFIG.version}")
    assert physical_ids(account)["Database"] == before.physical["Database"]
