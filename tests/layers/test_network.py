"""Network: what the page leaves open, and what the config changes."""

from typing import Any

import jmespath
import pytest
from deployments import DEFAULTS
from resolved import search, searchable
from variants import template_data

from axonflow_cfn import AgentConfig, DatabaseConfig, OrchestratorConfig, TemplateConfig
from axonflow_cfn.layers.network import build_network

PORTS = TemplateConfig(
    agent=AgentConfig(port=9080),
    orchestrator=OrchestratorConfig(port=9081),
    database=DatabaseConfig(port=6432),
)
INGRESS_PORTS = "SecurityGroupIngress[].[FromPort, ToPort]"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "LoadBalancer.LoadBalancerAttributes",
            [
                {"Key": "idle_timeout.timeout_seconds", "Value": "60"},
                {"Key": "routing.http2.enabled", "Value": "true"},
                {"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": "true"},
                {"Key": "load_balancing.cross_zone.enabled", "Value": "true"},
                {"Key": "deletion_protection.enabled", "Value": "false"},
                {"Key": "access_logs.s3.enabled", "Value": "false"},
            ],
        ),
        ("LoadBalancer.SecurityGroups", ["${LoadBalancerSecurityGroup.GroupId}"]),
        ("[HttpsListener, HttpListener][].LoadBalancerArn", ["${LoadBalancer}"] * 2),
        # Shorter than the interval, or the service refuses it; 5 x 30 s for a starting agent.
        (
            "AgentTargetGroup.[HealthCheckTimeoutSeconds, HealthyThresholdCount, UnhealthyThresholdCount]",
            [5, 2, 5],
        ),
        ("AgentTargetGroup.[ProtocolVersion, VpcId]", ["HTTP1", "vpc-0123456789abcdef0"]),
        (
            "[LoadBalancerSecurityGroup, AgentSecurityGroup, OrchestratorSecurityGroup, DatabaseSecurityGroup][].VpcId",
            ["vpc-0123456789abcdef0"] * 4,
        ),
        ("DiscoveryNamespace.Name", "axonflow-prod.axonflow.internal"),
        ("OrchestratorDiscovery.Name", "orchestrator"),
        (
            "OrchestratorService.ServiceRegistries",
            [{"RegistryArn": "${OrchestratorDiscovery.Arn}"}],
        ),
        ("AgentService.ServiceRegistries", None),
    ],
)
def test_what_the_page_leaves_open(path: str, expected: Any) -> None:
    assert search(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"AgentSecurityGroup.{INGRESS_PORTS}", [[9080, 9080]]),
        (f"OrchestratorSecurityGroup.{INGRESS_PORTS}", [[9081, 9081]]),
        (f"DatabaseSecurityGroup.{INGRESS_PORTS}", [[6432, 6432]] * 2),
        ("AgentTargetGroup.Port", 9080),
    ],
)
def test_ports_follow_the_config(path: str, expected: Any) -> None:
    assert search(path, config=PORTS) == expected


def test_clients_come_from_the_allowed_block() -> None:
    deployment = DEFAULTS.deployment()
    parameters = {**deployment.parameters, "AllowedCidr": "10.0.0.0/8"}
    found = searchable(template_data(), type(deployment)(parameters=parameters))
    sources = jmespath.search("LoadBalancerSecurityGroup.SecurityGroupIngress[].CidrIp", found)
    assert sources == ["10.0.0.0/8", "10.0.0.0/8"]


def test_handles_are_values() -> None:
    network = build_network(PORTS)
    assert network.https_listener == "HttpsListener"
    assert [subnet.to_dict() for subnet in network.subnets] == [
        {"Ref": "PrivateSubnet1"},
        {"Ref": "PrivateSubnet2"},
    ]
    assert {
        "agents": network.agent_security_group.to_dict(),
        "orchestrators": network.orchestrator_security_group.to_dict(),
        "database": network.database_security_group.to_dict(),
        "targets": network.agent_target_group.to_dict(),
        "balancer": network.load_balancer.to_dict(),
        "balancer's metrics": network.load_balancer_full_name.to_dict(),
        "target group": network.agent_target_group_full_name.to_dict(),
        "registry": network.orchestrator_registry.to_dict(),
        "url": network.orchestrator_url.to_dict(),
    } == {
        "agents": {"Fn::GetAtt": ["AgentSecurityGroup", "GroupId"]},
        "orchestrators": {"Fn::GetAtt": ["OrchestratorSecurityGroup", "GroupId"]},
        "database": {"Fn::GetAtt": ["DatabaseSecurityGroup", "GroupId"]},
        "targets": {"Ref": "AgentTargetGroup"},
        "balancer": {"Ref": "LoadBalancer"},
        "balancer's metrics": {"Fn::GetAtt": ["LoadBalancer", "LoadBalancerFullName"]},
        "target group": {"Fn::GetAtt": ["AgentTargetGroup", "TargetGroupFullName"]},
        "registry": {"Fn::GetAtt": ["OrchestratorDiscovery", "Arn"]},
        "url": {"Fn::Sub": "http://orchestrator.${AWS::StackName}.axonflow.internal:9081"},
    }
