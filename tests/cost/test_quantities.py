from typing import Any

import pytest
from deployments import DEFAULTS
from variants import template_data

from axonflow_cfn import resolve_template
from axonflow_cfn.cost.quantities import FREE, count, outside

TASK = {
    "Type": "AWS::ECS::TaskDefinition",
    "Properties": {"Cpu": "512", "Memory": "3072"},
}
SERVICE = {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": "${Task}"}}
DATABASE = {"DBInstanceClass": "db.x", "AllocatedStorage": "20"}


def counted(architecture: str | None = None, **resources: Any) -> list[tuple[Any, ...]]:
    return [
        (item.logical_id, item.price_key, item.unit, item.low, item.high)
        for item in count({"Resources": resources}, architecture)
    ]


def target(service: str, fewest: object, most: object) -> dict[str, Any]:
    return {
        "Type": "AWS::ApplicationAutoScaling::ScalableTarget",
        "Properties": {
            "MinCapacity": fewest,
            "MaxCapacity": most,
            "ResourceId": f"service/${{Cluster}}/${{{service}.Name}}",
        },
    }


def service(**properties: Any) -> dict[str, Any]:
    return {**SERVICE, "Properties": {**SERVICE["Properties"], **properties}}  # type: ignore[dict-item] # both are maps


@pytest.mark.parametrize(
    ("resources", "fewest", "most"),
    [
        ({"S": SERVICE}, 1, 1),
        ({"S": service(DesiredCount=3)}, 3, 3),
        ({"S": service(DesiredCount=3), "T": target("S", "4", 50)}, 4, 50),
        ({"S": SERVICE, "T": target("Other", 9, 9)}, 1, 1),
    ],
)
def test_tasks_are_counted_by_their_scaling(
    resources: dict[str, Any], fewest: int, most: int
) -> None:
    # Half a vCPU and 3 GB, 730 hours.
    assert counted(Task=TASK, **resources) == [
        ("S", "fargate.x86.vcpu", "vCPU-hour", 365 * fewest, 365 * most),
        ("S", "fargate.x86.gb", "GB-hour", 2190 * fewest, 2190 * most),
    ]


@pytest.mark.parametrize(
    ("declared", "asked", "key"),
    [
        ("X86_64", None, "x86"),
        ("ARM64", None, "arm"),
        ("ARM64", "x86", "x86"),
        ("X86_64", "spot", "spot"),
    ],
)
def test_the_architecture_is_the_templates_unless_asked(
    declared: str, asked: str | None, key: str
) -> None:
    task = {
        "Type": "AWS::ECS::TaskDefinition",
        "Properties": {
            "Cpu": "1024",
            "Memory": "2048",
            "RuntimePlatform": {"CpuArchitecture": declared},
        },
    }
    keys = [row[1] for row in counted(asked, Task=task, S=SERVICE)]
    assert keys == [f"fargate.{key}.vcpu", f"fargate.{key}.gb"]


def one(kind: str, **properties: Any) -> dict[str, Any]:
    return {"Type": kind, "Properties": properties}


def cluster(level: str) -> dict[str, Any]:
    return one("AWS::ECS::Cluster", ClusterSettings=[{"Name": "containerInsights", "Value": level}])


METRIC = {"Id": "m", "MetricStat": {}}


@pytest.mark.parametrize(
    ("resource", "rows"),
    [
        (one("AWS::CloudWatch::Alarm"), [("cloudwatch.alarm", "metric", 1, 1)]),
        (
            one("AWS::CloudWatch::Alarm", Metrics=[METRIC, METRIC, {"Expression": "a-b"}]),
            [("cloudwatch.alarm", "metric", 2, 2)],
        ),
        (one("AWS::CloudWatch::Dashboard"), [("cloudwatch.dashboard", "month", 1, 1)]),
        (
            one("AWS::ElasticLoadBalancingV2::LoadBalancer"),
            [("alb.hour", "hour", 730, 730), ("alb.lcu", "LCU-hour", 0, 730)],
        ),
        (
            one("AWS::Logs::LogGroup"),
            [("logs.ingested", "GB", 5, 10), ("logs.stored", "GB", 5, 10)],
        ),
        (
            one("AWS::RDS::DBInstance", **DATABASE, StorageType="gp3", MultiAZ=True),
            [("rds.multi-az.db.x", "hour", 730, 730), ("rds.multi-az.gp3", "GB", 20, 20)],
        ),
        (
            one("AWS::RDS::DBInstance", **DATABASE, PerformanceInsightsRetentionPeriod=731),
            [
                ("rds.single-az.db.x", "hour", 730, 730),
                ("rds.single-az.gp2", "GB", 20, 20),
                ("rds.performance-insights.731", "month", 1, 1),
            ],
        ),
        (
            one("AWS::RDS::DBInstance", **DATABASE, PerformanceInsightsRetentionPeriod=7),
            [("rds.single-az.db.x", "hour", 730, 730), ("rds.single-az.gp2", "GB", 20, 20)],
        ),
        (one("AWS::Route53::HostedZone"), [("route53.zone", "month", 1, 1)]),
        (one("AWS::ServiceDiscovery::PrivateDnsNamespace"), [("route53.zone", "month", 1, 1)]),
        (one("AWS::SecretsManager::Secret"), [("secret", "month", 1, 1)]),
        (cluster("disabled"), []),
        (one("AWS::ECS::Cluster"), []),
        (cluster("enabled"), [("cloudwatch.metric", "metric", 13, 13)]),
        (cluster("enhanced"), [("cloudwatch.metric.enhanced", "metric", 13, 13)]),
        # Nobody knows what it costs, so it is not left out.
        (one("AWS::WAFv2::WebACL"), [("AWS::WAFv2::WebACL", "month", 1, 1)]),
        ({"Type": "AWS::IAM::Role"}, []),
    ],
)
def test_what_a_resource_is_charged_for(
    resource: dict[str, Any], rows: list[tuple[Any, ...]]
) -> None:
    assert counted(R=resource) == [("R", *row) for row in rows]


def test_container_insights_counts_services_and_families() -> None:
    task = {**TASK}
    rows = counted(C=cluster("enabled"), T1=task, T2=task)
    assert rows == [("C", "cloudwatch.metric", "metric", 13 + 2 * 10, 33)]
    stock = count(resolve_template(template_data(), DEFAULTS.deployment("aws")))
    (metrics,) = (item for item in stock if item.price_key == "cloudwatch.metric")
    assert metrics.low == 13 + 2 * 15 + 2 * 10


def test_the_stock_template_holds_nothing_unknown() -> None:
    resolved = resolve_template(template_data(), DEFAULTS.deployment("aws"))
    kinds = {resource["Type"] for resource in resolved["Resources"].values()}
    assert kinds >= FREE - {"AWS::CertificateManager::Certificate", "AWS::Route53::RecordSet"}
    assert [item.label for item in count(resolved) if item.price_key.startswith("AWS::")] == []


def test_what_stands_outside_is_an_assumption() -> None:
    assert [(item.price_key, int(item.low), int(item.high)) for item in outside()] == [
        ("nat.hour", 730, 1460),
        ("nat.gb", 100, 500),
        ("transfer.out", 100, 500),
    ]
    assert all(item.assumed and item.logical_id == "" for item in outside())
