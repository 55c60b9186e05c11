"""Compute: what the page leaves open, and what the config changes."""

from typing import Any

import pytest
from deployments import ParameterSet
from resolved import search

from axonflow_cfn import AgentConfig, OrchestratorConfig, TemplateConfig, TierLimits

SERVICES = ("Agent", "Orchestrator")


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # A value in the template would reset a scaled-out service at every update.
        ("{0}Service.DesiredCount", None),
        # With LaunchType a strategy is refused.
        ("{0}Service.[LaunchType, CapacityProviderStrategy]", ["FARGATE", None]),
        ("{0}Service.[PropagateTags, EnableECSManagedTags]", ["SERVICE", True]),
        ("{0}Service.[Cluster, TaskDefinition]", ["${{Cluster}}", "${{{0}TaskDefinition}}"]),
        ("{0}ScalingPolicy.[PolicyType, ScalingTargetId]", ["TargetTrackingScaling", "${{{0}ScalableTarget}}"]),
        (
            "{0}TaskDefinition.RuntimePlatform",
            {"CpuArchitecture": "X86_64", "OperatingSystemFamily": "LINUX"},
        ),
        (
            "{0}TaskDefinition.ContainerDefinitions[0].HealthCheck.[Interval, Timeout, Retries, StartPeriod]",
            [30, 5, 3, 180],
        ),
        ("{0}TaskDefinition.ContainerDefinitions[0].[Essential, LinuxParameters]", [True, {"InitProcessEnabled": True}]),
        ("{0}TaskDefinition.ContainerDefinitions[0].[Cpu, Memory, ReadonlyRootFilesystem]", [None, 2048, None]),
        ("length({0}TaskDefinition.ContainerDefinitions)", 1),
        ("{0}TaskDefinition.ContainerDefinitions[0].DockerLabels", {"axonflow.deployment-id": "1"}),
    ],
)  # fmt: skip
def test_both_services(service: str, path: str, expected: Any) -> None:
    if isinstance(expected, list):
        expected = [e.format(service) if isinstance(e, str) else e for e in expected]
    assert search(path.format(service)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        # The target group takes tasks only once the listener has attached it to a balancer.
        ("Attributes.AgentService.DependsOn", ["HttpsListener"]),
        # The agent applies the migrations.
        ("Attributes.OrchestratorService.DependsOn", ["AgentService"]),
        # Agents may hold a cached address.
        ("OrchestratorTaskDefinition.ContainerDefinitions[0].StopTimeout", 120),
        ("AgentTaskDefinition.ContainerDefinitions[0].StopTimeout", None),
        (
            "AgentTaskDefinition.ContainerDefinitions[0].Environment[].Name",
            ["PORT", "ORCHESTRATOR_URL", "TIER", "MAX_REQUESTS"],
        ),
        ("Cluster.ServiceConnectDefaults", None),
    ],
)
def test_one_service(path: str, expected: Any) -> None:
    assert search(path) == expected


CONFIG = TemplateConfig(
    version="2.1.0",
    tiers=TierLimits(pilot=1, growth=0, enterprise=10**12),
    agent=AgentConfig(
        port=9080,
        cpu=256,
        memory=512,
        start_period=0,
        health_check_grace_period=7200,
        environment={"LOG_LEVEL": "debug"},
    ),
    orchestrator=OrchestratorConfig(
        repository="axonflow/other", tag="2.0.9", port=9081, cpu=16384, memory=122880
    ),
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("AgentTaskDefinition.[Cpu, Memory]", ["256", "512"]),
        ("OrchestratorTaskDefinition.[Cpu, Memory]", ["16384", "122880"]),
        ("OrchestratorTaskDefinition.ContainerDefinitions[].Memory", [122880]),
        (
            "[AgentTaskDefinition, OrchestratorTaskDefinition][].ContainerDefinitions[].Image",
            [
                "709825985650.dkr.ecr.us-east-1.amazonaws.com/axonflow/axonflow-agent:2.1.0",
                "709825985650.dkr.ecr.us-east-1.amazonaws.com/axonflow/other:2.0.9",
            ],
        ),
        (
            "[AgentTaskDefinition, OrchestratorTaskDefinition][].ContainerDefinitions[].HealthCheck.Command[1]",
            [
                "curl -f http://localhost:9080/health || exit 1",
                "curl -f http://localhost:9081/health || exit 1",
            ],
        ),
        ("AgentTaskDefinition.ContainerDefinitions[0].HealthCheck.StartPeriod", 0),
        ("AgentService.HealthCheckGracePeriodSeconds", 7200),
        ("AgentService.LoadBalancers[].ContainerPort", [9080]),
        ("AgentTaskDefinition.ContainerDefinitions[].PortMappings[].ContainerPort", [9080]),
        (
            "AgentTaskDefinition.ContainerDefinitions[0].Environment[?Name!='TIER']",
            [
                {"Name": "PORT", "Value": "9080"},
                {
                    "Name": "ORCHESTRATOR_URL",
                    "Value": "http://orchestrator.axonflow-prod.axonflow.internal:9081",
                },
                {"Name": "MAX_REQUESTS", "Value": "0"},
                {"Name": "LOG_LEVEL", "Value": "debug"},
            ],
        ),
    ],
)
def test_the_config_arrives(path: str, expected: Any) -> None:
    assert search(path, config=CONFIG) == expected


@pytest.mark.parametrize(("tier", "limit"), [("Pilot", "1"), ("Enterprise", "1000000000000")])
def test_tier_limits_follow_the_config(tier: str, limit: str) -> None:
    path = "AgentTaskDefinition.ContainerDefinitions[0].Environment[?Name=='MAX_REQUESTS'].Value"
    assert search(path, ParameterSet("imported", tier), config=CONFIG) == [limit]


@pytest.mark.parametrize("service", SERVICES)
def test_the_minimum_can_never_exceed_the_maximum(service: str) -> None:
    largest = search(f"Parameters.{service}DesiredCount.MaxValue")
    assert largest == search(f"{service}ScalableTarget.MaxCapacity")
