"""What a customer sees of a deployed stack through the services' own APIs."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from verify.lifecycle.account import Account, fresh_account
from verify.lifecycle.stacks import STACK, Deployed, deploy
from verify.lifecycle.ways import CERTIFICATE, given_for

from axonflow_cfn import TemplateConfig, build_template, render_template

BODY = render_template(build_template(TemplateConfig()))
SERVICES = ("agent", "orchestrator")


@pytest.fixture(scope="module")
def account(servers: Account) -> Account:
    return fresh_account(servers)


@pytest.fixture(scope="module")
def stack(account: Account) -> Deployed:
    return deploy(account, BODY, given_for(account, "certificate"))


def service(account: Account, name: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = account.client("ecs").describe_services(
        cluster=f"{STACK}-cluster", services=[f"{STACK}-{name}-service"]
    )["services"]
    return found[0]


def container(account: Account, name: str) -> dict[str, Any]:
    arn = service(account, name)["taskDefinition"]
    task = account.client("ecs").describe_task_definition(taskDefinition=arn)["taskDefinition"]
    (only,) = task["containerDefinitions"]
    return {**only, "task": task}


def secret(account: Account, stack: Deployed, logical_id: str) -> str:
    client = account.client("secretsmanager")
    value: str = client.get_secret_value(SecretId=stack.physical[logical_id])["SecretString"]
    return value


def test_listeners(account: Account, stack: Deployed) -> None:
    listeners = account.client("elbv2").describe_listeners(
        LoadBalancerArn=stack.physical["LoadBalancer"]
    )["Listeners"]
    https, http = sorted(listeners, key=lambda listener: -listener["Port"])
    assert (https["Port"], https["Protocol"]) == (443, "HTTPS")
    assert https["SslPolicy"] == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    assert https["Certificates"] == [{"CertificateArn": CERTIFICATE}]
    (forward,) = https["DefaultActions"]
    assert forward["TargetGroupArn"] == stack.physical["AgentTargetGroup"]
    (redirect,) = http["DefaultActions"]
    assert (http["Port"], redirect["Type"]) == (80, "redirect")
    assert redirect["RedirectConfig"].items() >= {
        ("Protocol", "HTTPS"),
        ("Port", "443"),
        ("StatusCode", "HTTP_301"),
    }


def test_load_balancer_and_target_group(account: Account, stack: Deployed) -> None:
    client = account.client("elbv2")
    (balancer,) = client.describe_load_balancers(Names=[f"{STACK}-alb"])["LoadBalancers"]
    assert (balancer["Scheme"], balancer["Type"]) == ("internal", "application")
    assert {zone["SubnetId"] for zone in balancer["AvailabilityZones"]} == {
        account.network["PrivateSubnet1"],
        account.network["PrivateSubnet2"],
    }
    attributes = client.describe_load_balancer_attributes(
        LoadBalancerArn=balancer["LoadBalancerArn"]
    )["Attributes"]
    assert {item["Key"]: item["Value"] for item in attributes}.items() >= {
        "idle_timeout.timeout_seconds": "60",
        "routing.http2.enabled": "true",
        "access_logs.s3.enabled": "false",
    }.items()
    arn = stack.physical["AgentTargetGroup"]
    (group,) = client.describe_target_groups(TargetGroupArns=[arn])["TargetGroups"]
    assert (group["TargetType"], group["Port"], group["HealthCheckPath"]) == ("ip", 8080, "/health")
    assert group["LoadBalancerArns"] == [balancer["LoadBalancerArn"]]
    delay = client.describe_target_group_attributes(TargetGroupArn=arn)["Attributes"]
    assert {"Key": "deregistration_delay.timeout_seconds", "Value": "300"} in delay


def test_security_groups_form_the_one_path(account: Account, stack: Deployed) -> None:
    groups = account.client("ec2").describe_security_groups(
        Filters=[{"Name": "vpc-id", "Values": [account.network["VpcId"]]}]
    )["SecurityGroups"]
    by_id = {group["GroupId"]: group["GroupName"] for group in groups}

    def rules(kind: str) -> set[tuple[str, object, str]]:
        return {
            (group["GroupName"], rule.get("FromPort", rule["IpProtocol"]), source)
            for group in groups
            if group["GroupName"] != "default"
            for rule in group[kind]
            for source in [
                *(item["CidrIp"] for item in rule["IpRanges"]),
                *(by_id[item["GroupId"]] for item in rule["UserIdGroupPairs"]),
            ]
        }

    assert stack.physical["DatabaseSecurityGroup"] in by_id
    assert rules("IpPermissions") == {
        (f"{STACK}-alb-sg", 443, "0.0.0.0/0"),
        (f"{STACK}-alb-sg", 80, "0.0.0.0/0"),
        (f"{STACK}-agent-sg", 8080, f"{STACK}-alb-sg"),
        (f"{STACK}-orchestrator-sg", 8081, f"{STACK}-agent-sg"),
        (f"{STACK}-db-sg", 5432, f"{STACK}-agent-sg"),
        (f"{STACK}-db-sg", 5432, f"{STACK}-orchestrator-sg"),
    }
    assert rules("IpPermissionsEgress") == {
        (f"{STACK}-alb-sg", "-1", "0.0.0.0/0"),
        (f"{STACK}-agent-sg", "-1", "0.0.0.0/0"),
        (f"{STACK}-orchestrator-sg", "-1", "0.0.0.0/0"),
        (f"{STACK}-db-sg", "-1", "127.0.0.1/32"),
    }


@pytest.mark.usefixtures("stack")
@pytest.mark.parametrize("name", SERVICES)
def test_services(account: Account, name: str) -> None:
    found = service(account, name)
    assert found["launchType"] == "FARGATE"
    assert found["propagateTags"] == "SERVICE"
    assert found["enableExecuteCommand"] is True
    assert found["desiredCount"] == 1  # the scalable target lifts it to its minimum
    deployment = found["deploymentConfiguration"]
    assert (deployment["maximumPercent"], deployment["minimumHealthyPercent"]) == (200, 100)
    assert deployment["deploymentCircuitBreaker"] == {"enable": True, "rollback": True}
    assert found["networkConfiguration"]["awsvpcConfiguration"]["assignPublicIp"] == "DISABLED"


def test_only_the_agent_is_behind_the_load_balancer(account: Account, stack: Deployed) -> None:
    agent, orchestrator = (service(account, name) for name in SERVICES)
    assert agent["loadBalancers"] == [
        {
            "targetGroupArn": stack.physical["AgentTargetGroup"],
            "containerName": container(account, "agent")["name"],
            "containerPort": container(account, "agent")["portMappings"][0]["containerPort"],
        }
    ]
    assert agent["healthCheckGracePeriodSeconds"] == 60
    assert orchestrator["loadBalancers"] == []


def test_agents_find_orchestrators_by_the_name_cloud_map_serves(
    account: Account, stack: Deployed
) -> None:
    client = account.client("servicediscovery")
    found = client.get_service(Id=stack.physical["OrchestratorDiscovery"])["Service"]
    namespace = client.get_namespace(Id=stack.physical["DiscoveryNamespace"])["Namespace"]
    assert service(account, "orchestrator")["serviceRegistries"] == [{"registryArn": found["Arn"]}]
    environment = {e["name"]: e["value"] for e in container(account, "agent")["environment"]}
    url = urlsplit(environment["ORCHESTRATOR_URL"])
    assert url.hostname == f"{found['Name']}.{namespace['Name']}"
    (mapping,) = container(account, "orchestrator")["portMappings"]
    assert url.port == mapping["containerPort"]
    assert [r["Type"] for r in found["DnsConfig"]["DnsRecords"]] == ["A"]


@pytest.mark.parametrize("name", SERVICES)
def test_containers_get_the_url_as_a_secret_their_role_may_read(
    account: Account, stack: Deployed, name: str
) -> None:
    found = container(account, name)
    assert found["secrets"] == [
        {"name": "DATABASE_URL", "valueFrom": stack.physical["DatabaseUrlSecret"]}
    ]
    iam = account.client("iam")
    role = found["task"]["executionRoleArn"].rpartition("/")[2]
    (policy,) = iam.list_role_policies(RoleName=role)["PolicyNames"]
    (statement,) = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"][
        "Statement"
    ]
    assert statement["Action"] == ["secretsmanager:GetSecretValue"]
    assert statement["Resource"] == [item["valueFrom"] for item in found["secrets"]]
    password = secret(account, stack, "DatabasePassword")
    assert password not in json.dumps(found, default=str)


@pytest.mark.usefixtures("stack")
@pytest.mark.parametrize("name", SERVICES)
def test_container_health_and_logs(account: Account, name: str) -> None:
    found = container(account, name)
    port = found["portMappings"][0]["containerPort"]
    assert found["healthCheck"]["command"] == [
        "CMD-SHELL",
        f"curl -f http://localhost:{port}/health || exit 1",
    ]
    options = found["logConfiguration"]["options"]
    (group,) = account.client("logs").describe_log_groups(
        logGroupNamePrefix=options["awslogs-group"]
    )["logGroups"]
    assert (group["logGroupName"], group["retentionInDays"]) == (f"/ecs/{STACK}/{name}", 30)


def test_secrets_and_database_agree(account: Account, stack: Deployed) -> None:
    password = secret(account, stack, "DatabasePassword")
    assert re.fullmatch("[A-Za-z0-9]{32}", password)
    host = stack.outputs["DatabaseEndpoint"]
    assert json.loads(secret(account, stack, "DatabaseSecret")) == {
        "username": "axonflow",
        "password": password,
        "engine": "postgres",
        "host": host,
        "port": 5432,
        "dbname": "axonflow",
    }
    assert secret(account, stack, "DatabaseUrlSecret") == (
        f"postgresql://axonflow:{password}@{host}:5432/axonflow?sslmode=require"
    )


def test_database(account: Account, stack: Deployed) -> None:
    client = account.client("rds")
    (found,) = client.describe_db_instances(DBInstanceIdentifier=f"{STACK}-db")["DBInstances"]
    assert (
        found.items()
        >= {
            "DBInstanceClass": "db.t3.medium",
            "AllocatedStorage": 100,
            "StorageType": "gp3",
            "Engine": "postgres",
            "EngineVersion": "15",
            "MultiAZ": True,
            "StorageEncrypted": True,
            "PubliclyAccessible": False,
            "BackupRetentionPeriod": 7,
            "PreferredBackupWindow": "03:00-04:00",
            "PreferredMaintenanceWindow": "sun:04:00-sun:05:00",
            "MonitoringInterval": 60,
            "PerformanceInsightsEnabled": True,
            "PerformanceInsightsRetentionPeriod": 7,
            "CopyTagsToSnapshot": True,
            "DBName": "axonflow",
            "MasterUsername": "axonflow",
        }.items()
    )
    assert [group["VpcSecurityGroupId"] for group in found["VpcSecurityGroups"]] == [
        stack.physical["DatabaseSecurityGroup"]
    ]
    (group,) = found["DBParameterGroups"]
    parameters = client.describe_db_parameters(
        DBParameterGroupName=group["DBParameterGroupName"], Source="user"
    )["Parameters"]
    assert [(p["ParameterName"], p["ParameterValue"]) for p in parameters] == [
        ("rds.force_ssl", "1")
    ]


@pytest.mark.usefixtures("stack")
@pytest.mark.parametrize(("name", "minimum"), [("agent", 5), ("orchestrator", 10)])
def test_scaling(account: Account, name: str, minimum: int) -> None:
    client = account.client("application-autoscaling")
    resource = f"service/{STACK}-cluster/{STACK}-{name}-service"
    found = client.describe_scalable_targets(ServiceNamespace="ecs", ResourceIds=[resource])
    (target,) = found["ScalableTargets"]
    assert (target["MinCapacity"], target["MaxCapacity"]) == (minimum, 50)
    policies = client.describe_scaling_policies(ServiceNamespace="ecs", ResourceId=resource)
    (policy,) = policies["ScalingPolicies"]
    assert policy["TargetTrackingScalingPolicyConfiguration"] == {
        "TargetValue": 70.0,
        "ScaleOutCooldown": 60,
        "ScaleInCooldown": 300,
        "PredefinedMetricSpecification": {
            "PredefinedMetricType": "ECSServiceAverageCPUUtilization"
        },
    }


def test_alarms_and_dashboard_watch_what_was_made(account: Account, stack: Deployed) -> None:
    balancer = stack.physical["LoadBalancer"].partition("loadbalancer/")[2]
    group = stack.physical["AgentTargetGroup"].rpartition(":")[2]
    made = {
        "LoadBalancer": {balancer},
        "TargetGroup": {group},
        "ClusterName": {f"{STACK}-cluster"},
        "ServiceName": {f"{STACK}-{name}-service" for name in SERVICES},
        "DBInstanceIdentifier": {f"{STACK}-db"},
    }
    alarms = [
        alarm
        for client in (account.at_ministack("cloudwatch"), account.at_moto("cloudwatch"))
        for alarm in client.describe_alarms()["MetricAlarms"]
        if not alarm["AlarmName"].startswith("TargetTracking-")  # scaling policies' own
    ]
    assert {alarm["AlarmName"] for alarm in alarms} == {
        physical for logical_id, physical in stack.physical.items() if logical_id.endswith("Alarm")
    }
    metrics = [
        metric
        for alarm in alarms
        for metric in [
            alarm,
            *(m["MetricStat"]["Metric"] for m in alarm.get("Metrics", []) if "MetricStat" in m),
        ]
        if metric.get("Dimensions")
    ]
    watched = {(d["Name"], d["Value"]) for metric in metrics for d in metric["Dimensions"]}
    assert watched == {(name, value) for name, values in made.items() for value in values}
    dashboard = account.client("cloudwatch").get_dashboard(DashboardName=f"{STACK}-dashboard")
    widgets = json.loads(dashboard["DashboardBody"])["widgets"]
    assert len(widgets) == 12
    shown = {text for w in widgets for m in w["properties"]["metrics"] for text in m}
    assert shown >= {value for values in made.values() for value in values}


def test_the_roles_trust_their_service_alone(account: Account, stack: Deployed) -> None:
    trusted = {
        "TaskRole": "ecs-tasks.amazonaws.com",
        "TaskExecutionRole": "ecs-tasks.amazonaws.com",
        "DatabaseMonitoringRole": "monitoring.rds.amazonaws.com",
    }
    for logical_id, principal in trusted.items():
        role = account.client("iam").get_role(RoleName=stack.physical[logical_id])["Role"]
        (statement,) = role["AssumeRolePolicyDocument"]["Statement"]
        assert statement["Principal"] == {"Service": [principal]}
        assert statement["Condition"] == {"StringEquals": {"aws:SourceAccount": "123456789012"}}
        assert {"Key": "Name", "Value": role_tag(logical_id)} in role["Tags"]


def role_tag(logical_id: str) -> str:
    return {
        "TaskRole": f"{STACK}-task-role",
        "TaskExecutionRole": f"{STACK}-execution-role",
        "DatabaseMonitoringRole": f"{STACK}-db-monitoring-role",
    }[logical_id]
