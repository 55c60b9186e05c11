"""Where the AWS Price List has the price behind each key of the price book."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Product:
    """One product of the AWS Price List.

    Attributes:
        service: service code.
        usage_type: usage type without the region's prefix, such as ``LCUUsage`` for
            ``APS1-LCUUsage``; empty where the attributes alone tell it from the others.
        attributes: others that tell it from products of the same usage type.
        region_field: attribute that holds the region; empty for products sold without one.
    """

    service: str
    usage_type: str
    attributes: Mapping[str, str] = field(default_factory=_none)
    region_field: str = "regionCode"


_APPLICATION = {"operation": "LoadBalancing:Application"}
_POSTGRES = {
    "productFamily": "Database Instance",
    "databaseEngine": "PostgreSQL",
    "deploymentOption": "Multi-AZ",
    "licenseModel": "No license required",
}

PRODUCTS: Mapping[str, Product] = {
    "fargate.x86.vcpu": Product(service="AmazonECS", usage_type="Fargate-vCPU-Hours:perCPU"),
    "fargate.x86.gb": Product(service="AmazonECS", usage_type="Fargate-GB-Hours"),
    "fargate.arm.vcpu": Product(service="AmazonECS", usage_type="Fargate-ARM-vCPU-Hours:perCPU"),
    "fargate.arm.gb": Product(service="AmazonECS", usage_type="Fargate-ARM-GB-Hours"),
    "fargate.spot.vcpu": Product(
        service="AmazonECS", usage_type="SpotUsage-Fargate-vCPU-Hours:perCPU"
    ),
    "fargate.spot.gb": Product(service="AmazonECS", usage_type="SpotUsage-Fargate-GB-Hours"),
    "rds.multi-az.gp3": Product(
        service="AmazonRDS",
        usage_type="RDS:Multi-AZ-GP3-Storage",
        attributes={"deploymentOption": "Multi-AZ"},
    ),
    "alb.hour": Product(service="AWSELB", usage_type="LoadBalancerUsage", attributes=_APPLICATION),
    "alb.lcu": Product(service="AWSELB", usage_type="LCUUsage", attributes=_APPLICATION),
    "secret": Product(
        service="AWSSecretsManager", usage_type="", attributes={"productFamily": "Secret"}
    ),
    "cloudwatch.alarm": Product(service="AmazonCloudWatch", usage_type="CW:AlarmMonitorUsage"),
    "cloudwatch.metric": Product(service="AmazonCloudWatch", usage_type="CW:MetricMonitorUsage"),
    "cloudwatch.dashboard": Product(
        service="AmazonCloudWatch", usage_type="DashboardsUsageHour-Basic", region_field=""
    ),
    "logs.ingested": Product(
        service="AmazonCloudWatch",
        usage_type="DataProcessing-Bytes",
        attributes={"operation": "PutLogEvents"},
    ),
    "logs.stored": Product(service="AmazonCloudWatch", usage_type="TimedStorage-ByteHrs"),
    "route53.zone": Product(service="AmazonRoute53", usage_type="HostedZone", region_field=""),
    "nat.hour": Product(service="AmazonEC2", usage_type="NatGateway-Hours"),
    "nat.gb": Product(service="AmazonEC2", usage_type="NatGateway-Bytes"),
    "transfer.out": Product(
        service="AWSDataTransfer",
        usage_type="DataTransfer-Out-Bytes",
        region_field="fromRegionCode",
    ),
}
"""Products by price key; the database's classes are in ``products``."""


def products(classes: Iterable[str]) -> dict[str, Product]:
    """Return the products of every key.

    Args:
        classes: database instance classes, such as ``db.t3.medium``.
    """
    databases = {
        f"rds.multi-az.{name}": Product(
            service="AmazonRDS",
            usage_type="",
            attributes={**_POSTGRES, "instanceType": name},
        )
        for name in classes
    }
    return {**PRODUCTS, **databases}
