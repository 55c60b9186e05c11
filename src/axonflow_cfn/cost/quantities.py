"""Counts what costs in a resolved template: quantities a month, without any price.

Free of charge, and so not here: what ``FREE`` lists, Performance Insights' seven days of retention,
automated backups up to the size of the database, certificates for a load balancer, and Cloud Map's
registrations by ECS (the Amazon ECS developer guide, "Service discovery pricing", names the hosted
zone and its queries only). The free tiers of an account are not deducted: other stacks use them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

HOURS = Decimal(730)
"""Hours in an average month, as AWS's own calculator counts them."""

ARCHITECTURES = ("x86", "arm", "spot")
"""Ways to buy Fargate: on demand on x86 or Arm, or Spot on x86."""

NO_TRAFFIC, ONE_LCU = Decimal(0), HOURS
"""Assumed LCU-hours: no traffic, and one load balancer capacity unit all month long."""

LOGS_LOW, LOGS_HIGH = Decimal(5), Decimal(10)
"""Assumed GB of logs in each group: both together cost the page's $5 to $10 at $0.50 a GB."""

DATA_LOW, DATA_HIGH = Decimal(100), Decimal(500)
"""Assumed GB to the internet: the page's $10 to $50 at $0.09 a GB."""

CLUSTER_METRICS, SERVICE_METRICS, FAMILY_METRICS = 13, 15, 10
"""Metrics Container Insights publishes per cluster, service and task family on Fargate
(CloudWatch user guide, "Amazon ECS Container Insights metrics", by their dimensions)."""

FREE_INSIGHTS_DAYS = 7
"""Days of Performance Insights' retention that are free of charge."""

FREE = frozenset(
    {
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "AWS::CertificateManager::Certificate",
        "AWS::EC2::SecurityGroup",
        "AWS::ECS::TaskDefinition",
        "AWS::ElasticLoadBalancingV2::Listener",
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "AWS::IAM::Role",
        "AWS::RDS::DBParameterGroup",
        "AWS::RDS::DBSubnetGroup",
        "AWS::Route53::RecordSet",
        "AWS::ServiceDiscovery::Service",
    }
)
"""Resource types that cost nothing themselves."""


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """One thing that is charged for.

    Attributes:
        logical_id: the resource; empty for what stands outside the stack.
        label: what is charged.
        group: Fargate, Database, Network or Operations.
        unit: of both quantities, such as ``vCPU-hour``.
        price_key: where the price book has the price of one unit.
        low: a month's quantity at the desired counts, idle.
        high: a month's quantity at MaxCapacity.
        assumed: whether the quantity depends on traffic, so that it is an assumption.
    """

    logical_id: str
    label: str
    group: str
    unit: str
    price_key: str
    low: Decimal
    high: Decimal
    assumed: bool = False


def count(resolved: Mapping[str, Any], architecture: str | None = None) -> list[Quantity]:
    """Return what a resolved template is charged for, in the order of its resources.

    A resource of a type that is neither free nor known here is counted once under a key that no
    price book has: the estimate then says "no price", and does not leave it out.

    Args:
        resolved: what ``resolve_template`` returned.
        architecture: one of ``ARCHITECTURES``; None means what the task definitions say.
    """
    resources = resolved["Resources"]
    found: list[Quantity] = []
    for logical_id, resource in resources.items():
        kind, properties = resource["Type"], resource.get("Properties", {})
        if kind == "AWS::ECS::Service":
            found += _fargate(logical_id, properties, resources, architecture)
        elif kind == "AWS::ECS::Cluster":
            found += _container_insights(logical_id, properties, resources)
        elif kind in _COUNTED:
            found += _COUNTED[kind](logical_id, properties)
        elif kind not in FREE:
            found.append(_one(logical_id, kind, group="Operations", unit="month", key=kind))
    return found


def outside() -> list[Quantity]:
    """Return what the stack needs from its VPC: assumptions, as the stack does not make it."""
    return [
        Quantity(
            logical_id="",
            label="NAT gateway: one, or one a zone",
            group="Network",
            unit="hour",
            price_key="nat.hour",
            low=HOURS,
            high=2 * HOURS,
            assumed=True,
        ),
        *(
            Quantity(
                logical_id="",
                label=label,
                group="Network",
                unit="GB",
                price_key=key,
                low=DATA_LOW,
                high=DATA_HIGH,
                assumed=True,
            )
            for label, key in (
                ("Data through NAT gateways", "nat.gb"),
                ("Data to the internet", "transfer.out"),
            )
        ),
    ]


def _fargate(
    logical_id: str,
    service: Mapping[str, Any],
    resources: Mapping[str, Any],
    architecture: str | None,
) -> Iterator[Quantity]:
    task = resources[_referenced(service["TaskDefinition"])]["Properties"]
    if architecture is None:
        arm = task.get("RuntimePlatform", {}).get("CpuArchitecture") == "ARM64"
        architecture = "arm" if arm else "x86"
    fewest, most = _capacity(logical_id, service, resources)
    sizes = {
        "vCPU": Decimal(task["Cpu"]) / 1024,
        "GB": Decimal(task["Memory"]) / 1024,
    }
    for name, size in sizes.items():
        yield Quantity(
            logical_id=logical_id,
            label=f"Fargate {name}, {architecture}",
            group="Fargate",
            unit=f"{name}-hour",
            price_key=f"fargate.{architecture}.{name.lower()}",
            low=fewest * size * HOURS,
            high=most * size * HOURS,
        )


def _capacity(
    service_id: str, service: Mapping[str, Any], resources: Mapping[str, Any]
) -> tuple[Decimal, Decimal]:
    """Return the fewest and the most tasks of a service."""
    for resource in resources.values():
        if resource["Type"] == "AWS::ApplicationAutoScaling::ScalableTarget":
            target = resource["Properties"]
            if target["ResourceId"].endswith(f"/${{{service_id}.Name}}"):
                return Decimal(target["MinCapacity"]), Decimal(target["MaxCapacity"])
    desired = Decimal(service.get("DesiredCount", 1))
    return desired, desired


def _container_insights(
    logical_id: str, cluster: Mapping[str, Any], resources: Mapping[str, Any]
) -> Iterator[Quantity]:
    settings = {item["Name"]: item["Value"] for item in cluster.get("ClusterSettings", [])}
    level = settings.get("containerInsights", "disabled")
    if level == "disabled":
        return
    kinds = [resource["Type"] for resource in resources.values()]
    metrics = (
        CLUSTER_METRICS
        + SERVICE_METRICS * kinds.count("AWS::ECS::Service")
        + FAMILY_METRICS * kinds.count("AWS::ECS::TaskDefinition")
    )
    key = "cloudwatch.metric" if level == "enabled" else f"cloudwatch.metric.{level}"
    yield _one(
        logical_id,
        "Container Insights metrics",
        group="Operations",
        unit="metric",
        key=key,
        amount=metrics,
    )


def _load_balancer(logical_id: str, _: Mapping[str, Any]) -> Iterator[Quantity]:
    yield _one(
        logical_id, "Load balancer", group="Network", unit="hour", key="alb.hour", amount=HOURS
    )
    yield Quantity(
        logical_id=logical_id,
        label="Load balancer capacity units",
        group="Network",
        unit="LCU-hour",
        price_key="alb.lcu",
        low=NO_TRAFFIC,
        high=ONE_LCU,
        assumed=True,
    )


def _database(logical_id: str, database: Mapping[str, Any]) -> Iterator[Quantity]:
    zones = "multi-az" if database.get("MultiAZ") else "single-az"
    name, storage = database["DBInstanceClass"], database.get("StorageType", "gp2")
    yield _one(
        logical_id,
        f"Instance {name}, {zones}",
        group="Database",
        unit="hour",
        key=f"rds.{zones}.{name}",
        amount=HOURS,
    )
    yield _one(
        logical_id,
        f"Storage {storage}, {zones}",
        group="Database",
        unit="GB",
        key=f"rds.{zones}.{storage}",
        amount=Decimal(database["AllocatedStorage"]),
    )
    kept = database.get("PerformanceInsightsRetentionPeriod", FREE_INSIGHTS_DAYS)
    if kept != FREE_INSIGHTS_DAYS:
        yield _one(
            logical_id,
            f"Performance Insights, {kept} days",
            group="Database",
            unit="month",
            key=f"rds.performance-insights.{kept}",
        )


def _log_group(logical_id: str, _: Mapping[str, Any]) -> Iterator[Quantity]:
    for label, unit, key in (
        ("Logs ingested", "GB", "logs.ingested"),
        ("Logs kept for a month", "GB", "logs.stored"),
    ):
        yield Quantity(
            logical_id=logical_id,
            label=label,
            group="Operations",
            unit=unit,
            price_key=key,
            low=LOGS_LOW,
            high=LOGS_HIGH,
            assumed=True,
        )


def _alarm(logical_id: str, alarm: Mapping[str, Any]) -> Iterator[Quantity]:
    metrics = sum("MetricStat" in metric for metric in alarm.get("Metrics", [])) or 1
    yield _one(
        logical_id,
        "Alarm",
        group="Operations",
        unit="metric",
        key="cloudwatch.alarm",
        amount=metrics,
    )


def _once(label: str, group: str, key: str) -> Callable[..., Iterator[Quantity]]:
    def counted(logical_id: str, _: Mapping[str, Any]) -> Iterator[Quantity]:
        yield _one(logical_id, label, group=group, unit="month", key=key)

    return counted


_COUNTED: Mapping[str, Callable[[str, Mapping[str, Any]], Iterator[Quantity]]] = {
    "AWS::CloudWatch::Alarm": _alarm,
    "AWS::CloudWatch::Dashboard": _once("Dashboard", "Operations", "cloudwatch.dashboard"),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": _load_balancer,
    "AWS::Logs::LogGroup": _log_group,
    "AWS::RDS::DBInstance": _database,
    "AWS::Route53::HostedZone": _once("Hosted zone", "Network", "route53.zone"),
    "AWS::SecretsManager::Secret": _once("Secret", "Operations", "secret"),
    "AWS::ServiceDiscovery::PrivateDnsNamespace": _once("Hosted zone", "Network", "route53.zone"),
}


def _one(
    logical_id: str, label: str, *, group: str, unit: str, key: str, amount: Decimal | int = 1
) -> Quantity:
    """Return what is charged the same whatever the traffic."""
    return Quantity(
        logical_id=logical_id,
        label=label,
        group=group,
        unit=unit,
        price_key=key,
        low=Decimal(amount),
        high=Decimal(amount),
    )


def _referenced(text: str) -> str:
    """Return the logical id in ``${LogicalId}``."""
    return text.removeprefix("${").removesuffix("}")
