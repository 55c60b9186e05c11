"""Agent, orchestrator and database reach each other as the resolved template says, or not at all.

Names, addresses and permissions come from one part of the template, the use made of them from
another, so that a figure changed on either side shows.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from verify.postgres import server as postgres
from verify.postgres.deployment import Resources, deploy
from verify.topology.network import Host, network
from verify.topology.tasks import container_of, environment_of, healthy, logical_id, running

from axonflow_cfn import TemplateConfig, build_template, to_data

PUBLISHED = to_data(build_template(TemplateConfig()))
DATABASE_HOST = "axonflow-prod-db.c0123456789a.us-east-1.rds.amazonaws.com"
GENERATED = "abcdefghijklmnopABCDEFGHIJKL0123"
UNREACHABLE = "postgresql://axonflow@127.0.0.1:1/axonflow"
SESSION = {"user": "axonflow", "database": "axonflow", "tls": True}
PLAN = {"TIER": "Growth", "MAX_REQUESTS": "500000"}

# What is checked, by the names the tables below use.
AGENT_HEALTH = "the agent's health command passes"
AGENT_SICKNESS = "the agent's health command fails without a database"
AGENT_TARGET = "the load balancer finds the agent healthy"
AGENT_PLAN = "the agent knows tier and limit"
AGENT_DATABASE = "the agent reaches the database"
AGENT_ORCHESTRATOR = "the agent reaches the orchestrator, and that the database"
ORCHESTRATOR_HEALTH = "the orchestrator's health command passes"
ORCHESTRATOR_SICKNESS = "the orchestrator's health command fails without a database"
DATABASE_TLS = "the database refuses to talk without TLS"

NO_ROUTE = {AGENT_TARGET, AGENT_PLAN, AGENT_DATABASE, AGENT_ORCHESTRATOR}
NO_AGENT = {AGENT_HEALTH, *NO_ROUTE}
NO_ORCHESTRATOR = {ORCHESTRATOR_HEALTH, AGENT_ORCHESTRATOR}
NO_DATABASE = {AGENT_HEALTH, AGENT_TARGET, AGENT_DATABASE, *NO_ORCHESTRATOR}

Edit = tuple[str, str, set[str]]
"""What a resource's JSON says, what it is made to say, and every check that must then fail."""

DOCTORED: dict[str, list[Edit]] = {
    "AgentTaskDefinition": [
        ('"PORT", "Value": "8080"', '"PORT", "Value": "8090"', NO_AGENT),
        ("localhost:8080", "localhost:8081", {AGENT_HEALTH}),
        ("/health", "/healthz", {AGENT_HEALTH}),
        ("CMD-SHELL", "CMD", {AGENT_HEALTH}),
        ("curl -f", "curl -s", {AGENT_SICKNESS}),
        ("exit 1", "exit 0", {AGENT_SICKNESS}),
        ("DATABASE_URL", "DATABASE_URI", NO_AGENT),
        ("DatabaseUrlSecret", "DatabaseSecret", NO_AGENT),
        ("ORCHESTRATOR_URL", "ORCHESTRATOR", {AGENT_ORCHESTRATOR}),
        ("http://orchestrator", "https://orchestrator", {AGENT_ORCHESTRATOR}),
        ("http://orchestrator.", "http://orchestrators.", {AGENT_ORCHESTRATOR}),
        ("${AWS::StackName}.axonflow", "axonflow", {AGENT_ORCHESTRATOR}),
        ("internal:8081", "internal:8080", {AGENT_ORCHESTRATOR}),
        ('"TIER"', '"PLAN"', {AGENT_PLAN}),
        ('"MAX_REQUESTS"', '"LIMIT"', {AGENT_PLAN}),
    ],
    "AgentService": [
        ('"ContainerPort": 8080', '"ContainerPort": 8081', NO_ROUTE),
        ("AgentTaskDefinition", "OrchestratorTaskDefinition", NO_ROUTE),
    ],
    "AgentTargetGroup": [
        ('"HealthCheckPath": "/health"', '"HealthCheckPath": "/"', {AGENT_TARGET}),
        ('"HealthCheckProtocol": "HTTP"', '"HealthCheckProtocol": "HTTPS"', {AGENT_TARGET}),
    ],
    "OrchestratorTaskDefinition": [
        ('"PORT", "Value": "8081"', '"PORT", "Value": "8082"', NO_ORCHESTRATOR),
        ("localhost:8081", "localhost:8080", {ORCHESTRATOR_HEALTH}),
        ("/health", "/", {ORCHESTRATOR_HEALTH}),
        ("CMD-SHELL", "CMD", {ORCHESTRATOR_HEALTH}),
        ("curl -f", "curl -s", {ORCHESTRATOR_SICKNESS}),
        ("DATABASE_URL", "DB_URL", NO_ORCHESTRATOR),
        ("DatabaseUrlSecret", "DatabasePassword", NO_ORCHESTRATOR),
    ],
    "OrchestratorService": [("ServiceRegistries", "Registries", {AGENT_ORCHESTRATOR})],
    "OrchestratorDiscovery": [('"orchestrator"', '"orchestrators"', {AGENT_ORCHESTRATOR})],
    "DiscoveryNamespace": [(".axonflow.internal", ".axonflow.local", {AGENT_ORCHESTRATOR})],
    "TaskExecutionRole": [
        ("DatabaseUrlSecret", "DatabaseSecret", NO_AGENT | NO_ORCHESTRATOR),
        ("GetSecretValue", "DescribeSecret", NO_AGENT | NO_ORCHESTRATOR),
    ],
    "DatabaseUrlSecret": [
        ("postgresql://axonflow:", "postgresql://postgres:", NO_DATABASE),
        ("postgresql://", "mysql://", NO_DATABASE),
        ("${Password}", "Password", NO_DATABASE),
        ("@${Host}", "@${AWS::StackName}-db", NO_DATABASE),
        (":5432", ":5433", NO_DATABASE),
        ("/axonflow?", "/postgres0?", NO_DATABASE),
        ("sslmode=require", "sslmode=disable", NO_DATABASE),
        ("sslmode=require", "sslmode=verify-full", NO_DATABASE),
    ],
    "Database": [
        ('"Port": "5432"', '"Port": "5433"', NO_DATABASE),
        ('"DBName": "axonflow"', '"DBName": "agent"', NO_DATABASE),
        ('"MasterUsername": "axonflow"', '"MasterUsername": "agent"', NO_DATABASE),
        (":SecretString}}", ":SecretString}}0", NO_DATABASE),
    ],
    "DatabaseParameterGroup": [('"rds.force_ssl": "1"', '"rds.force_ssl": "0"', {DATABASE_TLS})],
}


def failures(template: Mapping[str, Any], directory: Path) -> set[str]:
    """Deploy a template and return the checks that fail."""
    resources = deploy(template, host=DATABASE_HOST, generated=GENERATED)
    names = {
        "load balancer": [],
        "agent": [],
        "orchestrator": list(registered(resources)),
        "database": [DATABASE_HOST],
    }
    with (
        network(names, directory) as hosts,
        postgres.running(
            resources,
            [DATABASE_HOST],
            listen=hosts["database"].address,
            prefix=hosts["database"].entered(),
        ),
    ):
        sickness = dict(notices_sickness(resources, hosts))
        with ExitStack() as tasks:
            for service, host in hosts_of_services(hosts).items():
                try:
                    environment = environment_of(resources, service)
                except PermissionError:
                    continue
                tasks.enter_context(running(host, environment))
            checks = sickness | works(resources, hosts)
    return {name for name, passed in checks.items() if not passed}


def hosts_of_services(hosts: Mapping[str, Host]) -> dict[str, Host]:
    """Return where each service's one task runs."""
    return {"AgentService": hosts["agent"], "OrchestratorService": hosts["orchestrator"]}


def registered(resources: Resources) -> Iterator[str]:
    """Yield the DNS names Cloud Map gives to orchestrators."""
    for registry in resources["OrchestratorService"].get("ServiceRegistries", []):
        service = resources[logical_id(registry["RegistryArn"])]
        yield f"{service['Name']}.{resources[logical_id(service['NamespaceId'])]['Name']}"


def notices_sickness(resources: Resources, hosts: Mapping[str, Host]) -> Iterator[tuple[str, bool]]:
    """Run the tasks where no database answers; their health commands must say so."""
    names = (AGENT_SICKNESS, ORCHESTRATOR_SICKNESS)
    for name, (service, host) in zip(names, hosts_of_services(hosts).items(), strict=True):
        container = container_of(resources, service)
        port = str(container["PortMappings"][0]["ContainerPort"])
        with running(host, {"PORT": port, "DATABASE_URL": UNREACHABLE}):
            yield name, not healthy(host, container)


def works(resources: Resources, hosts: Mapping[str, Host]) -> dict[str, bool]:
    """Return whether each check passes while all tasks run."""
    load_balancer, agent, orchestrator, _ = hosts.values()
    (target,) = resources["AgentService"]["LoadBalancers"]
    group = resources[logical_id(target["TargetGroupArn"])]
    at_agent = f"{agent.address}:{target['ContainerPort']}"
    probe = f"{group['HealthCheckProtocol'].lower()}://{at_agent}{group['HealthCheckPath']}"
    return {
        AGENT_HEALTH: healthy(agent, container_of(resources, "AgentService")),
        ORCHESTRATOR_HEALTH: healthy(orchestrator, container_of(resources, "OrchestratorService")),
        AGENT_TARGET: answer(load_balancer, probe, group["HealthCheckTimeoutSeconds"]) is not None,
        AGENT_PLAN: answer(load_balancer, f"http://{at_agent}/plan") == PLAN,
        AGENT_DATABASE: answer(load_balancer, f"http://{at_agent}/database") == SESSION,
        AGENT_ORCHESTRATOR: answer(load_balancer, f"http://{at_agent}/orchestrator") == SESSION,
        DATABASE_TLS: "no encryption" in unencrypted(agent, resources["Database"]),
    }


def answer(host: Host, url: str, seconds: int = 10) -> object:
    """Return the JSON that a host gets from a URL, or None without a 200."""
    got = host.run("curl", "--fail", "--silent", "--max-time", str(seconds), url)
    return json.loads(got.stdout) if got.returncode == 0 else None


def unencrypted(host: Host, instance: Mapping[str, Any]) -> str:
    """Return what psql says when a host connects without TLS, by the instance's own figures."""
    login = f"user={instance['MasterUsername']} password={instance['MasterUserPassword']}"
    place = f"host={DATABASE_HOST} port={instance['Port']} dbname={instance['DBName']}"
    psql = str(postgres.PROGRAMS / "psql")
    return host.run(psql, f"{login} {place} sslmode=disable", "--command", "SELECT 1").stderr


def test_the_published_template_works(tmp_path: Path) -> None:
    assert failures(PUBLISHED, tmp_path) == set()


@pytest.mark.parametrize(
    ("resource", "written", "instead", "failing"),
    [
        pytest.param(resource, *edit, id=f"{resource}: {edit[0]} becomes {edit[1]}")
        for resource, edits in DOCTORED.items()
        for edit in edits
    ],
)
def test_a_changed_figure_fails(
    resource: str, written: str, instead: str, failing: set[str], tmp_path: Path
) -> None:
    text = json.dumps(PUBLISHED["Resources"][resource])
    assert written in text
    doctored = json.loads(text.replace(written, instead))
    resources = {**PUBLISHED["Resources"], resource: doctored}
    assert failures({**PUBLISHED, "Resources": resources}, tmp_path) == failing
