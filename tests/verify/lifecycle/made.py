"""Asks the service of each resource type whether it knows a physical id."""

from collections.abc import Callable, Mapping
from typing import Any

from botocore.exceptions import ClientError
from verify.lifecycle.account import Account

AT_MOTO = frozenset({"application-autoscaling", "cloudwatch"})
"""Services whose resources our handlers make at moto, some or all of them."""

Look = Callable[[Any, str], Any]

LOOKUPS: Mapping[str, tuple[str, Look]] = {
    "AWS::ApplicationAutoScaling::ScalableTarget": (
        "application-autoscaling",
        lambda client, name: client.describe_scalable_targets(
            ServiceNamespace="ecs", ResourceIds=[name.split("|")[0]]
        )["ScalableTargets"],
    ),
    "AWS::ApplicationAutoScaling::ScalingPolicy": (
        "application-autoscaling",
        lambda client, arn: client.describe_scaling_policies(
            ServiceNamespace="ecs", PolicyNames=[arn.rpartition("policyName/")[2]]
        )["ScalingPolicies"],
    ),
    "AWS::CertificateManager::Certificate": (
        "acm",
        lambda client, arn: client.describe_certificate(CertificateArn=arn),
    ),
    "AWS::CloudWatch::Alarm": (
        "cloudwatch",
        lambda client, name: client.describe_alarms(AlarmNames=[name])["MetricAlarms"],
    ),
    "AWS::CloudWatch::Dashboard": (
        "cloudwatch",
        lambda client, name: client.get_dashboard(DashboardName=name),
    ),
    "AWS::EC2::SecurityGroup": (
        "ec2",
        lambda client, name: client.describe_security_groups(GroupIds=[name])["SecurityGroups"],
    ),
    "AWS::ECS::Cluster": (
        "ecs",
        lambda client, name: active(client.describe_clusters(clusters=[name])["clusters"]),
    ),
    "AWS::ECS::Service": (
        "ecs",
        lambda client, arn: active(
            client.describe_services(cluster=arn.split("/")[1], services=[arn])["services"]
        ),
    ),
    "AWS::ECS::TaskDefinition": (
        "ecs",
        lambda client, arn: active(
            [client.describe_task_definition(taskDefinition=arn)["taskDefinition"]]
        ),
    ),
    "AWS::ElasticLoadBalancingV2::Listener": (
        "elbv2",
        lambda client, arn: client.describe_listeners(ListenerArns=[arn])["Listeners"],
    ),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": (
        "elbv2",
        lambda client, arn: client.describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"],
    ),
    "AWS::ElasticLoadBalancingV2::TargetGroup": (
        "elbv2",
        lambda client, arn: client.describe_target_groups(TargetGroupArns=[arn])["TargetGroups"],
    ),
    "AWS::IAM::Role": ("iam", lambda client, name: client.get_role(RoleName=name)),
    "AWS::Logs::LogGroup": (
        "logs",
        lambda client, name: client.describe_log_groups(logGroupNamePrefix=name)["logGroups"],
    ),
    "AWS::RDS::DBInstance": (
        "rds",
        lambda client, name: client.describe_db_instances(DBInstanceIdentifier=name),
    ),
    "AWS::RDS::DBParameterGroup": (
        "rds",
        lambda client, name: client.describe_db_parameter_groups(DBParameterGroupName=name),
    ),
    "AWS::RDS::DBSubnetGroup": (
        "rds",
        lambda client, name: client.describe_db_subnet_groups(DBSubnetGroupName=name),
    ),
    "AWS::Route53::HostedZone": ("route53", lambda client, name: client.get_hosted_zone(Id=name)),
    "AWS::Route53::RecordSet": ("route53", lambda client, name: alias_records(client, name, {"A"})),
    "AWS::SecretsManager::Secret": (
        "secretsmanager",
        lambda client, arn: client.get_secret_value(SecretId=arn),
    ),
    "AWS::ServiceDiscovery::PrivateDnsNamespace": (
        "servicediscovery",
        lambda client, name: client.get_namespace(Id=name),
    ),
    "AWS::ServiceDiscovery::Service": (
        "servicediscovery",
        lambda client, name: client.get_service(Id=name),
    ),
}


def active(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return those that ECS does not merely remember."""
    return [item for item in found if item["status"] == "ACTIVE"]


def alias_records(client: Any, name: str, types: set[str]) -> list[dict[str, Any]]:
    """Return alias records of a name in any zone."""
    zones = client.list_hosted_zones()["HostedZones"]
    listed = (client.list_resource_record_sets(HostedZoneId=zone["Id"]) for zone in zones)
    return [
        record
        for page in listed
        for record in page["ResourceRecordSets"]
        if record["Name"].rstrip(".") == name.rstrip(".") and record["Type"] in types
    ]


def made_by(account: Account, resource: Mapping[str, Any]) -> str:
    """Return which server knows a resource of a stack: ``ministack``, ``moto`` or ``nothing``."""
    service, look = LOOKUPS[resource["ResourceType"]]
    clients = {"ministack": account.at_ministack(service)}
    if service in AT_MOTO:
        clients["moto"] = account.at_moto(service)
    for where, client in clients.items():
        try:
            if look(client, resource["PhysicalResourceId"]):
                return where
        except ClientError:
            continue
    return "nothing"
