"""Monitoring: alarms on what means trouble, the dashboard and its address."""

import json
from typing import Any

import pytest
from resolved import search

BALANCER = {"LoadBalancer": "${LoadBalancer.LoadBalancerFullName}"}
TARGETS = {**BALANCER, "TargetGroup": "${AgentTargetGroup.TargetGroupFullName}"}
DATABASE = {"DBInstanceIdentifier": "${Database}"}


def service(name: str) -> dict[str, str]:
    return {"ClusterName": "${Cluster}", "ServiceName": f"${{{name}Service.Name}}"}


ALARMS: dict[str, tuple[Any, ...]] = {
    "AgentsUnhealthyAlarm": ("AWS/ApplicationELB", "HealthyHostCount", TARGETS, "Maximum", "<", 1, 3, "breaching"),
    "AgentErrorsAlarm": ("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", TARGETS, "Sum", ">", 10, 5, "notBreaching"),
    "LoadBalancerErrorsAlarm": ("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", BALANCER, "Sum", ">", 10, 5, "notBreaching"),
    "LatencyAlarm": ("AWS/ApplicationELB", "TargetResponseTime", TARGETS, "p99", ">", 30, 5, "notBreaching"),
    "AgentCpuAlarm": ("AWS/ECS", "CPUUtilization", service("Agent"), "Average", ">", 85, 15, None),
    "OrchestratorCpuAlarm": ("AWS/ECS", "CPUUtilization", service("Orchestrator"), "Average", ">", 85, 15, None),
    "DatabaseCpuAlarm": ("AWS/RDS", "CPUUtilization", DATABASE, "Average", ">", 80, 15, None),
    "DatabaseConnectionsAlarm": ("AWS/RDS", "DatabaseConnections", DATABASE, "Average", ">", "320", 5, None),
    "DatabaseStorageAlarm": ("AWS/RDS", "FreeStorageSpace", DATABASE, "Average", "<", 10 * 1024**3, 5, None),
    "DatabaseMemoryAlarm": ("AWS/RDS", "FreeableMemory", DATABASE, "Average", "<", 256 * 1024**2, 15, None),
}  # fmt: skip
SIGNS = {"LessThanThreshold": "<", "GreaterThanThreshold": ">"}


@pytest.mark.parametrize(("logical_id", "expected"), ALARMS.items())
def test_alarm_on_one_metric(logical_id: str, expected: tuple[Any, ...]) -> None:
    alarm = search(logical_id)
    assert alarm["Period"] == 60
    assert (
        alarm["Namespace"],
        alarm["MetricName"],
        {dimension["Name"]: dimension["Value"] for dimension in alarm["Dimensions"]},
        alarm.get("Statistic") or alarm.get("ExtendedStatistic"),
        SIGNS[alarm["ComparisonOperator"]],
        alarm["Threshold"],
        alarm["EvaluationPeriods"],
        alarm.get("TreatMissingData"),
    ) == expected


@pytest.mark.parametrize("name", ["Agent", "Orchestrator"])
def test_alarm_on_missing_tasks(name: str) -> None:
    alarm = search(f"{name}TasksMissingAlarm")
    assert {
        query["Id"]: query["MetricStat"]["Metric"]["MetricName"] for query in alarm["Metrics"][:2]
    } == {"desired": "DesiredTaskCount", "running": "RunningTaskCount"}
    for query in alarm["Metrics"][:2]:
        metric = query["MetricStat"]["Metric"]
        assert metric["Namespace"] == "ECS/ContainerInsights"
        dimensions = {item["Name"]: item["Value"] for item in metric["Dimensions"]}
        assert dimensions == service(name)
        assert query["ReturnData"] is False
    assert alarm["Metrics"][2] == {
        "Id": "missing",
        "Expression": "desired - running",
        "ReturnData": True,
    }
    assert [alarm["Threshold"], alarm["EvaluationPeriods"], alarm["ComparisonOperator"]] == [
        0,
        15,
        "GreaterThanThreshold",
    ]


def test_these_are_all_alarms() -> None:
    found = search("Attributes")
    alarms = {name for name, item in found.items() if item["Type"] == "AWS::CloudWatch::Alarm"}
    assert alarms == {*ALARMS, "AgentTasksMissingAlarm", "OrchestratorTasksMissingAlarm"}


def widgets(partition: str = "aws") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        search("Dashboard.DashboardBody", partition=partition)
    )["widgets"]
    return found


def test_the_dashboard_shows_its_own_region() -> None:
    assert {widget["properties"]["region"] for widget in widgets("aws-cn")} == {"cn-north-1"}


def test_the_dashboard_counts_requests_and_averages_the_rest() -> None:
    statistics = {
        widget["properties"]["title"]: widget["properties"].get("stat") for widget in widgets()
    }
    assert statistics == {
        "Tasks": None,
        "Service CPU (%)": None,
        "Service memory (%)": None,
        "Requests": "Sum",
        "Responses": "Sum",
        "Response time (s)": None,
        "Agents": None,
        "Database CPU (%)": None,
        "Database free memory (bytes)": None,
        "Database connections": None,
        "Database latency (s)": None,
        "Database throughput (bytes/s)": None,
    }


def test_the_dashboard_compares_both_services() -> None:
    tasks = widgets()[0]["properties"]["metrics"]
    assert tasks == [
        ["ECS/ContainerInsights", "RunningTaskCount", "ClusterName", "${Cluster}", "ServiceName", "${AgentService.Name}"],
        [".", ".", ".", ".", ".", "${OrchestratorService.Name}"],
        [".", "DesiredTaskCount", ".", ".", ".", "${AgentService.Name}"],
        [".", ".", ".", ".", ".", "${OrchestratorService.Name}"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("partition", "console", "region"),
    [
        ("aws", "console.aws.amazon.com", "us-east-1"),
        ("aws-us-gov", "console.amazonaws-us-gov.com", "us-gov-west-1"),
        ("aws-cn", "console.amazonaws.cn", "cn-north-1"),
    ],
)
def test_the_dashboards_address(partition: str, console: str, region: str) -> None:
    assert search("Outputs.DashboardUrl", partition=partition) == (
        f"https://{console}/cloudwatch/home?region={region}#dashboards/dashboard/${{Dashboard}}"
    )
