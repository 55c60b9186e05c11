"""Monitoring: the dashboard, and alarms on what means trouble."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from troposphere import AWSHelperFn, FindInMap, Output, Ref, Sub
from troposphere.cloudwatch import (
    Alarm,
    Dashboard,
    Metric,
    MetricDataQuery,
    MetricDimension,
    MetricStat,
)

from axonflow_cfn import parameters as p
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.fragment import Fragment, described
from axonflow_cfn.layers.compute import Compute, Service
from axonflow_cfn.layers.dashboard import dashboard_body
from axonflow_cfn.layers.database import Database
from axonflow_cfn.layers.network import Network
from axonflow_cfn.naming import stack_named

CONSOLE_DOMAINS: Mapping[str, str] = MappingProxyType(
    {
        "aws": "console.aws.amazon.com",
        "aws-cn": "console.amazonaws.cn",
        "aws-eusc": "console.amazonaws-eusc.eu",
        "aws-us-gov": "console.amazonaws-us-gov.com",
    }
)
"""The console's host in each partition."""

_MINUTE = 60
_GIB = 1024**3


@dataclass(frozen=True)
class Monitoring:
    """The monitoring layer.

    Attributes:
        fragment: the layer's share of the template.
    """

    fragment: Fragment


def build_monitoring(
    config: TemplateConfig,  # noqa: ARG001 every layer takes the config
    *,
    network: Network,
    database: Database,
    compute: Compute,
) -> Monitoring:
    """Build the dashboard and the alarms."""
    database_dimension, database_id = database.metric_dimension
    dashboard = Dashboard(
        "Dashboard",
        Metadata=described("Shows the metrics of services, load balancer and database."),
        DashboardName=stack_named("dashboard"),
        DashboardBody=Sub(
            dashboard_body(database_dimension),
            {
                "Cluster": compute.cluster,
                "AgentService": compute.agent.name,
                "OrchestratorService": compute.orchestrator.name,
                "LoadBalancer": network.load_balancer_full_name,
                "TargetGroup": network.agent_target_group_full_name,
                "Database": database_id,
            },
        ),
    )
    alarms = (
        *_load_balancer_alarms(network),
        *(
            alarm
            for service in (compute.agent, compute.orchestrator)
            for alarm in _service_alarms(compute, service)
        ),
        *_database_alarms(database),
    )
    return Monitoring(
        fragment=Fragment(
            params=(p.ALARM_TOPIC_ARN,),
            conditions=(p.HAS_ALARM_TOPIC,),
            mappings={
                "Partitions": {
                    partition: {"ConsoleDomain": domain}
                    for partition, domain in CONSOLE_DOMAINS.items()
                }
            },
            resources=(dashboard, *alarms),
            outputs=(
                Output(
                    "DashboardUrl",
                    Description="CloudWatch dashboard",
                    Value=Sub(
                        "https://${Console}/cloudwatch/home?region=${AWS::Region}"
                        f"#dashboards/dashboard/${{{dashboard.title}}}",
                        {
                            "Console": FindInMap(
                                "Partitions", Ref("AWS::Partition"), "ConsoleDomain"
                            )
                        },
                    ),
                ),
            ),
        )
    )


def _load_balancer_alarms(network: Network) -> tuple[Alarm, ...]:
    balancer = {"LoadBalancer": network.load_balancer_full_name}
    targets = {**balancer, "TargetGroup": network.agent_target_group_full_name}
    namespace = "AWS/ApplicationELB"
    return (
        _alarm(
            "AgentsUnhealthyAlarm",
            "no agent is healthy",
            "The API is down. See the agent service's events and log group.",
            _metric(namespace, "HealthyHostCount", targets, "Maximum"),
            comparison="LessThanThreshold",
            threshold=1,
            minutes=3,
            # The metric stops when no task is registered, which is the worst case.
            missing="breaching",
        ),
        _alarm(
            "AgentErrorsAlarm",
            "agents answer with 5XX errors",
            "Over 10 a minute. See the agents' log group.",
            _metric(namespace, "HTTPCode_Target_5XX_Count", targets, "Sum"),
            threshold=10,
            minutes=5,
            missing="notBreaching",
        ),
        _alarm(
            "LoadBalancerErrorsAlarm",
            "the load balancer answers with 5XX errors",
            "Over 10 a minute: agents are missing, crash or time out.",
            _metric(namespace, "HTTPCode_ELB_5XX_Count", balancer, "Sum"),
            threshold=10,
            minutes=5,
            missing="notBreaching",
        ),
        _alarm(
            "LatencyAlarm",
            "responses are slow",
            "1 in 100 takes over 30 s; the load balancer gives up at 60 s.",
            _metric(namespace, "TargetResponseTime", targets, "p99"),
            threshold=30,
            minutes=5,
            missing="notBreaching",
        ),
    )


def _service_alarms(compute: Compute, service: Service) -> tuple[Alarm, ...]:
    dimensions = {"ClusterName": compute.cluster, "ServiceName": service.name}
    title, noun = service.identifier.capitalize(), service.identifier
    counts = [
        MetricDataQuery(
            Id=name,
            ReturnData=False,
            MetricStat=MetricStat(
                Metric=Metric(
                    Namespace="ECS/ContainerInsights",
                    MetricName=metric,
                    Dimensions=_dimensions(dimensions),
                ),
                Period=_MINUTE,
                Stat="Average",
            ),
        )
        for name, metric in (("desired", "DesiredTaskCount"), ("running", "RunningTaskCount"))
    ]
    missing_tasks = MetricDataQuery(
        Id="missing",
        Expression="desired - running",
        ReturnData=True,
    )
    return (
        _alarm(
            f"{title}CpuAlarm",
            f"the {noun}s' CPU is busy",
            "Above 85 % although auto scaling aims at 70 %.",
            _metric("AWS/ECS", "CPUUtilization", dimensions, "Average"),
            threshold=85,
            minutes=15,
        ),
        _alarm(
            f"{title}TasksMissingAlarm",
            f"fewer {noun} tasks run than desired",
            "For 15 minutes. See the service's events and the Fargate quota.",
            {"Metrics": [*counts, missing_tasks]},
            threshold=0,
            minutes=15,
        ),
    )


def _database_alarms(database: Database) -> tuple[Alarm, ...]:
    dimensions = dict([database.metric_dimension])

    def metric(name: str) -> Mapping[str, Any]:
        return _metric("AWS/RDS", name, dimensions, "Average")

    return (
        _alarm(
            "DatabaseCpuAlarm",
            "the database's CPU is busy",
            "Above 80 %. Consider a larger DBInstanceClass.",
            metric("CPUUtilization"),
            threshold=80,
            minutes=15,
        ),
        _alarm(
            "DatabaseConnectionsAlarm",
            "database connections run out",
            "Four fifths are in use. Consider a larger DBInstanceClass.",
            metric("DatabaseConnections"),
            threshold=database.connection_alarm,
            minutes=5,
        ),
        _alarm(
            "DatabaseStorageAlarm",
            "database storage runs out",
            "Under 10 GiB are free; a full database stops. Raise DBAllocatedStorage.",
            metric(database.free_storage_metric),
            comparison="LessThanThreshold",
            threshold=10 * _GIB,
            minutes=5,
        ),
        _alarm(
            "DatabaseMemoryAlarm",
            "database memory runs out",
            "Under 256 MiB are free. Consider a larger DBInstanceClass.",
            metric("FreeableMemory"),
            comparison="LessThanThreshold",
            threshold=_GIB // 4,
            minutes=15,
        ),
    )


def _alarm(
    title: str,
    trouble: str,
    advice: str,
    metric: Mapping[str, Any],
    *,
    threshold: float | AWSHelperFn,
    minutes: int,
    comparison: str = "GreaterThanThreshold",
    missing: str | None = None,
) -> Alarm:
    treated: Mapping[str, Any] = {"TreatMissingData": missing} if missing else {}
    return Alarm(
        title,
        Metadata=described(f"Alarm: {trouble}."),
        AlarmDescription=advice,
        ComparisonOperator=comparison,
        Threshold=threshold,
        EvaluationPeriods=minutes,
        AlarmActions=[p.HAS_ALARM_TOPIC.choose(p.ALARM_TOPIC_ARN.ref)],
        **treated,
        **metric,
    )


def _metric(
    namespace: str, name: str, dimensions: Mapping[str, AWSHelperFn], statistic: str
) -> Mapping[str, Any]:
    """Return the properties of an alarm on one metric, evaluated each minute."""
    kind = "ExtendedStatistic" if statistic.startswith("p") else "Statistic"
    return {
        "Namespace": namespace,
        "MetricName": name,
        "Dimensions": _dimensions(dimensions),
        kind: statistic,
        "Period": _MINUTE,
    }


def _dimensions(dimensions: Mapping[str, AWSHelperFn]) -> list[MetricDimension]:
    return [MetricDimension(Name=name, Value=value) for name, value in dimensions.items()]
