"""The dashboard's body: every metric the page lists, as CloudWatch's dashboard JSON."""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise

_SERVICES = (
    ("ClusterName", "${Cluster}", "ServiceName", "${AgentService}"),
    ("ClusterName", "${Cluster}", "ServiceName", "${OrchestratorService}"),
)
_LOAD_BALANCER = (("LoadBalancer", "${LoadBalancer}"),)
_TARGETS = (("LoadBalancer", "${LoadBalancer}", "TargetGroup", "${TargetGroup}"),)

_COUNTERS = ("RequestCount", "HTTPCode_Target_2XX_Count")  # summed over a period, not averaged


def dashboard_body(database_dimension: str) -> str:
    """Return the body; its placeholders are for Fn::Sub.

    Placeholders: Cluster, AgentService, OrchestratorService, LoadBalancer, TargetGroup, Database
    and AWS::Region.

    Args:
        database_dimension: name of the CloudWatch dimension that Database is the value of.
    """
    database = ((database_dimension, "${Database}"),)
    # The page's "UnhealthyHostCount" is UnHealthyHostCount in CloudWatch.
    widgets = (
        ("Tasks", "ECS/ContainerInsights", ("RunningTaskCount", "DesiredTaskCount"), _SERVICES),
        ("Service CPU (%)", "AWS/ECS", ("CPUUtilization",), _SERVICES),
        ("Service memory (%)", "AWS/ECS", ("MemoryUtilization",), _SERVICES),
        ("Requests", "AWS/ApplicationELB", ("RequestCount",), _LOAD_BALANCER),
        (
            "Responses",
            "AWS/ApplicationELB",
            ("HTTPCode_Target_2XX_Count", "HTTPCode_Target_5XX_Count"),
            _LOAD_BALANCER,
        ),
        ("Response time (s)", "AWS/ApplicationELB", ("TargetResponseTime",), _LOAD_BALANCER),
        ("Agents", "AWS/ApplicationELB", ("HealthyHostCount", "UnHealthyHostCount"), _TARGETS),
        ("Database CPU (%)", "AWS/RDS", ("CPUUtilization",), database),
        ("Database free memory (bytes)", "AWS/RDS", ("FreeableMemory",), database),
        ("Database connections", "AWS/RDS", ("DatabaseConnections",), database),
        ("Database latency (s)", "AWS/RDS", ("ReadLatency", "WriteLatency"), database),
        (
            "Database throughput (bytes/s)",
            "AWS/RDS",
            ("ReadThroughput", "WriteThroughput"),
            database,
        ),
    )
    # One widget a line: a change of one shows as one line in review.
    lines = ",\n".join(json.dumps(_widget(*widget), separators=(",", ":")) for widget in widgets)
    return f'{{"widgets":[\n{lines}\n]}}'


def _widget(
    title: str, namespace: str, metrics: Sequence[str], where: Sequence[Sequence[str]]
) -> Mapping[str, object]:
    counted = {"stat": "Sum"} if metrics[0] in _COUNTERS else {}  # the others' average is default
    lines = [[namespace, metric, *dimensions] for metric in metrics for dimensions in where]
    return {
        "type": "metric",
        "properties": {
            "title": title,
            "region": "${AWS::Region}",
            **counted,
            "metrics": [lines[0], *(_abbreviated(*pair) for pair in pairwise(lines))],
        },
    }


def _abbreviated(above: Sequence[str], line: Sequence[str]) -> list[str]:
    """Return a line with CloudWatch's "." for what stands unchanged in the line above."""
    return ["." if same == part else part for same, part in zip(above, line, strict=True)]
