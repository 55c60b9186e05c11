"""What is read from a template: who stands where, who reaches whom, what is beside the VPC."""

from typing import Any

import pytest
from building import model
from variants import template_data

from axonflow_cfn import AgentConfig, DatabaseConfig, TemplateConfig, build_template, to_data
from axonflow_cfn.diagram.architecture import Architecture, read_architecture
from axonflow_cfn.diagram.shapes import Edge


def labels(architecture: Architecture) -> dict[str, tuple[str, ...]]:
    """The label of every node by its id."""
    nodes = [*architecture.clients, *architecture.balancers, *architecture.services]
    nodes += [node for column in architecture.columns for node in column.values()]
    return {node.id: node.lines for node in nodes}


def arrows(architecture: Architecture) -> set[tuple[str, str, str]]:
    """Who reaches whom on which ports, subnets left out."""
    return {
        (edge.source.partition("_")[0], edge.target.partition("_")[0], edge.label)
        for edge in architecture.edges
    }


def test_the_pages_security_groups_are_the_arrows() -> None:
    assert arrows(read_architecture(template_data())) == {
        ("Clients1", "LoadBalancer", "443, 80"),
        ("LoadBalancer", "AgentService", "8080"),
        ("AgentService", "OrchestratorService", "8081"),
        ("AgentService", "Database", "5432"),
        ("OrchestratorService", "Database", "5432"),
        ("Database", "Database", "synchronous copy"),
    }


def test_every_zone_has_tasks_and_only_the_primary_takes_connections() -> None:
    architecture = read_architecture(template_data())
    assert architecture.subnets == ("PrivateSubnet1", "PrivateSubnet2")
    assert [list(column) for column in architecture.columns] == [list(architecture.subnets)] * 3
    into = {edge.target for edge in architecture.edges if edge.label == "5432"}
    assert into == {"Database_PrivateSubnet1"}
    copied = [edge for edge in architecture.edges if edge.dashed]
    assert copied == [
        Edge("Database_PrivateSubnet1", "Database_PrivateSubnet2", "synchronous copy", dashed=True)
    ]


def test_the_labels_carry_the_templates_figures() -> None:
    assert labels(read_architecture(template_data())) == {
        "Clients1": ("Clients", "in AllowedCidr"),
        "LoadBalancer": ("Internal load balancer", "[stack]-alb"),
        "AgentService_PrivateSubnet1": (
            "Agent tasks",
            "5 to 50 in 2 zones",
            "1 vCPU, 2 GB each",
        ),
        "AgentService_PrivateSubnet2": (
            "Agent tasks",
            "5 to 50 in 2 zones",
            "1 vCPU, 2 GB each",
        ),
        "OrchestratorService_PrivateSubnet1": (
            "Orchestrator tasks",
            "10 to 50 in 2 zones",
            "1 vCPU, 2 GB each",
        ),
        "OrchestratorService_PrivateSubnet2": (
            "Orchestrator tasks",
            "10 to 50 in 2 zones",
            "1 vCPU, 2 GB each",
        ),
        "Database_PrivateSubnet1": ("PostgreSQL 15", "primary, db.t3.medium"),
        "Database_PrivateSubnet2": ("PostgreSQL 15", "standby"),
        "Certificate_card": ("Certificate Manager", "certificate of port 443"),
        "Registry_card": ("Marketplace registry", "2 container images"),
        "Route53_card": ("Route 53", "optional private zone", "optional alias record"),
        "CloudMap_card": ("Cloud Map", "1 namespace, 1 service"),
        "SecretsManager_card": ("Secrets Manager", "2 or 3 secrets"),
        "CloudWatch_card": ("CloudWatch", "2 log groups, 12 alarms", "1 dashboard"),
        "IAM_card": ("IAM", "3 roles"),
    }


def test_it_follows_the_config() -> None:
    config = TemplateConfig(
        agent=AgentConfig(port=9443, cpu=2048, memory=4096), database=DatabaseConfig(port=6543)
    )
    architecture = read_architecture(to_data(build_template(config)))
    ports = {edge.label for edge in architecture.edges}
    assert ports == {"443, 80", "9443", "8081", "6543", "synchronous copy"}
    assert labels(architecture)["AgentService_PrivateSubnet1"][-1] == "2 vCPU, 4 GB each"


def test_an_aurora_cluster_stands_where_its_instances_do() -> None:
    architecture = read_architecture(template_data("aurora"))
    shown = labels(architecture)
    assert shown["Database_PrivateSubnet1"] == ("Aurora PostgreSQL 15", "writer, db.t3.medium")
    assert shown["Database_PrivateSubnet2"] == ("Aurora PostgreSQL 15", "reader, db.t3.medium")
    assert ("Database", "Database", "shared storage") in arrows(architecture)
    assert ("OrchestratorService", "Database", "5432") in arrows(architecture)


def test_a_web_acl_is_beside_the_vpc() -> None:
    assert labels(read_architecture(template_data("waf")))["WAF_card"] == ("WAF", "1 web ACL")


def changed(logical_id: str, **properties: Any) -> Architecture:
    """The published template with other properties of one resource."""
    template = template_data()
    resource = template["Resources"][logical_id]
    body = {**resource, "Properties": {**resource["Properties"], **properties}}
    return read_architecture({**template, "Resources": {**template["Resources"], logical_id: body}})


def test_without_multi_az_there_is_no_standby() -> None:
    architecture = changed("Database", MultiAZ=False)
    assert list(architecture.columns[-1]) == ["PrivateSubnet1"]
    assert not any(edge.dashed for edge in architecture.edges)


def test_a_public_load_balancer_says_so() -> None:
    lines = labels(changed("LoadBalancer", Scheme="internet-facing"))["LoadBalancer"]
    assert lines == ("Public load balancer", "[stack]-alb")


def test_sources_of_addresses_are_clients_of_their_own() -> None:
    rules = [
        {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"},
        {"IpProtocol": "tcp", "FromPort": 8000, "ToPort": 8010, "CidrIp": "192.168.0.0/16"},
    ]
    architecture = changed("LoadBalancerSecurityGroup", SecurityGroupIngress=rules)
    assert [node.lines for node in architecture.clients] == [
        ("Clients", "in 10.0.0.0/8"),
        ("Clients", "in 192.168.0.0/16"),
    ]
    assert {edge.label for edge in architecture.edges if edge.target == "LoadBalancer"} == {
        "443",
        "8000-8010",
    }


def test_other_images_are_not_marketplaces() -> None:
    config = TemplateConfig(registry="registry.example.com", allow_other_registry=True)
    shown = labels(read_architecture(to_data(build_template(config))))
    assert shown["Registry_card"] == ("Container registry", "2 container images")


@pytest.mark.parametrize(
    ("resources", "cards"),
    [
        ("Q: {Type: 'AWS::SQS::Queue'}", [("SQS", "1 Queue")]),
        ("Q: {Type: 'Custom::Thing', Condition: C}", [("Thing", "optional resource")]),
        ("Db: {Type: 'AWS::RDS::DBInstance'}", []),
        ("S: {Type: 'AWS::ECS::Service'}", []),
    ],
)
def test_any_template_can_be_read(resources: str, cards: list[tuple[str, ...]]) -> None:
    template = model(f"Resources: {{{resources}}}").template
    architecture = read_architecture(template)
    assert [node.lines for node in architecture.services] == cards
    assert architecture.edges == ()
