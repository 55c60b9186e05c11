"""Every resource through its service's own API: botocore and moto's server check the requests."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from botocore.exceptions import ClientError, ParamValidationError
from verify.lifecycle.account import Account, fresh_account, make_network
from verify.lifecycle.ecs_names import camel_case
from verify.lifecycle.making import make_all
from verify.lifecycle.service_calls import CALLS
from verify.lifecycle.ways import WAYS

from axonflow_cfn import Deployment, TemplateConfig, build_template, resolve_template, to_data

TEMPLATE = to_data(build_template(TemplateConfig()))


NUMBERS = count(1)


@pytest.fixture(scope="module")
def account(servers: Account) -> Account:
    """Return an account that all tests share: each has a VPC and a stack's name of its own."""
    return fresh_account(servers)


def deployment(account: Account, way: str) -> Deployment:
    """Return a way's deployment, what the customer brings to it made in moto."""
    name = f"stack-{next(NUMBERS)}"
    network, _, _ = make_network(account.at_moto("ec2"))
    given = {**network, **WAYS[way].given}
    if way == "certificate":
        made = account.at_moto("acm").request_certificate(DomainName="axonflow.example.com")
        given["CertificateArn"] = made["CertificateArn"]
    if way == "hosted-zone":
        zone = account.at_moto("route53").create_hosted_zone(
            Name="example.com", CallerReference=name
        )
        given["HostedZoneId"] = zone["HostedZone"]["Id"].rpartition("/")[2]
    return Deployment(parameters=given, stack_name=name)


@pytest.mark.parametrize("way", WAYS)
def test_every_request_is_valid_and_accepted(account: Account, way: str) -> None:
    given = deployment(account, way)
    known = make_all(account, TEMPLATE, given)
    assert known.keys() >= resolve_template(TEMPLATE, given)["Resources"].keys()


def test_every_type_has_its_call() -> None:
    assert {resource["Type"] for resource in TEMPLATE["Resources"].values()} == CALLS.keys()


def test_what_was_sent_is_what_the_services_hold(account: Account) -> None:
    given = deployment(account, "private-ca")
    known = make_all(account, TEMPLATE, given)
    made = resolve_template(TEMPLATE, replace(given, known=known))["Resources"]

    ecs = account.at_moto("ecs")
    for name in ("AgentTaskDefinition", "OrchestratorTaskDefinition"):
        found = ecs.describe_task_definition(taskDefinition=known[name])["taskDefinition"]
        sent = camel_case(made[name]["Properties"])
        (wanted,), (held,) = sent["containerDefinitions"], found["containerDefinitions"]
        assert {key: held[key] for key in wanted} == wanted
        for key in ("cpu", "memory", "networkMode", "executionRoleArn", "taskRoleArn"):
            assert found[key] == sent[key]

    acm = account.at_moto("acm")
    certificate = acm.describe_certificate(CertificateArn=known["PrivateCertificate"])
    properties = made["PrivateCertificate"]["Properties"]
    for key in ("DomainName", "CertificateAuthorityArn"):
        assert certificate["Certificate"][key] == properties[key]

    route53 = account.at_moto("route53")
    zone = route53.get_hosted_zone(Id=known["PrivateHostedZone"])
    assert zone["HostedZone"]["Config"]["PrivateZone"] is True
    assert [vpc["VPCId"] for vpc in zone["VPCs"]] == [given.parameters["VpcId"]]

    (database,) = account.at_moto("rds").describe_db_instances(
        DBInstanceIdentifier=known["Database"]
    )["DBInstances"]
    assert database["EnabledCloudwatchLogsExports"] == ["postgresql"]
    assert database["MultiAZ"] is True

    service = ecs.describe_services(
        cluster=known["Cluster"], services=[known["OrchestratorService"]]
    )["services"][0]
    assert service["serviceRegistries"] == [{"registryArn": known["OrchestratorDiscovery.Arn"]}]
    assert service["loadBalancers"] == []


def test_the_generated_password_is_in_both_secrets_and_letters_and_digits(account: Account) -> None:
    known = make_all(account, TEMPLATE, deployment(account, "certificate"))
    client = account.at_moto("secretsmanager")
    password, fields, url = (
        client.get_secret_value(SecretId=known[name])["SecretString"]
        for name in ("DatabasePassword", "DatabaseSecret", "DatabaseUrlSecret")
    )
    assert len(password) == 32
    assert password.isalnum()
    assert json.loads(fields)["password"] == password
    assert f"axonflow:{password}@" in url


NO_SUCH = {"Key": "no.such", "Value": "1"}


def container(properties: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = properties["ContainerDefinitions"][0]
    return found


@pytest.mark.parametrize(
    ("logical_id", "change"),
    [
        ("LoadBalancer", lambda p: p["LoadBalancerAttributes"].append(NO_SUCH)),
        ("LoadBalancer", lambda p: p.update(Subnets=["subnet-0123456789abcdef0"] * 2)),
        ("AgentTargetGroup", lambda p: p.update(Name=33 * "a")),
        ("AgentTargetGroup", lambda p: p.update(HealthCheckTimeoutSeconds=30)),
        ("HttpListener", lambda p: p["DefaultActions"][0].update(RedirectConfig="https")),
        ("DatabasePassword", lambda p: p["GenerateSecretString"].update(PasswordLength=5000)),
        ("Database", lambda p: p.update(BackupRetentionPeriod="a week")),
        ("DatabaseSubnetGroup", lambda p: p.update(SubnetIds=["subnet-0123456789abcdef0"])),
        ("TaskExecutionRole", lambda p: p.update(ManagedPolicyArns=["arn:aws:iam::aws:policy/No"])),
        ("TaskRole", lambda p: p["Policies"][0]["PolicyDocument"].update(Version="2013-01-01")),
        ("AgentTaskDefinition", lambda p: container(p)["HealthCheck"].update(Command="curl")),
        ("AgentTaskDefinition", lambda p: container(p).update(Secrets={"A": "b"})),
        ("AgentService", lambda p: p.update(LaunchType="SPOT")),
        ("AgentScalableTarget", lambda p: p.update(ScalableDimension="ecs:service:Tasks")),
        ("AgentScalableTarget", lambda p: p.update(ResourceId={"Ref": "AgentService"})),
        ("AgentScalingPolicy", lambda p: p.update(PolicyType="Target")),
        ("AgentTasksMissingAlarm", lambda p: p["Metrics"][0].pop("Id")),
        ("Dashboard", lambda p: p.update(DashboardBody="{")),
        ("OrchestratorDiscovery", lambda p: p["DnsConfig"]["DnsRecords"][0].update(TTL="ten")),
    ],
)  # fmt: skip
def test_a_wrong_request_does_not_get_through(
    account: Account, logical_id: str, change: Callable[[dict[str, Any]], object]
) -> None:
    doctored = json.loads(json.dumps(TEMPLATE))
    change(doctored["Resources"][logical_id]["Properties"])
    with pytest.raises((ClientError, ParamValidationError)) as refused:
        make_all(account, doctored, deployment(account, "certificate"))
    assert refused.value.__notes__ == [f"while making {logical_id}"]
