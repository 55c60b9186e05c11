"""Updates as customers make them: what changes, what stays, and what the change set says first."""

import json
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore.exceptions import WaiterError
from verify.lifecycle.account import ACCOUNT_ID, REGION, Account
from verify.lifecycle.stacks import STACK, Deployed, deploy
from verify.lifecycle.ways import CERTIFICATE, given_for

from axonflow_cfn import AgentConfig, TemplateConfig, build_template, render_template, to_data

STOCK = TemplateConfig()
TEMPLATE = to_data(build_template(STOCK))
BODY = render_template(build_template(STOCK))
NEXT_RELEASE = TemplateConfig(
    version="99.0.0", metering="meter-usage", agent=AgentConfig(cpu=2048, memory=4096)
)
PASSWORD = "first-password.~_"
OTHER_CERTIFICATE = CERTIFICATE.replace("1234-1234", "4321-4321")
TOPIC = f"arn:aws:sns:{REGION}:{ACCOUNT_ID}:alarms"

REVISED = {"AgentTaskDefinition", "OrchestratorTaskDefinition"}
"""Every change of a task definition is a new revision: the one replacement updates need."""


@dataclass(frozen=True)
class Seen:
    """What the customer looks at before and after, as it is at that moment."""

    account: Account
    stack: Deployed

    def service(self, name: str) -> dict[str, Any]:
        found: list[dict[str, Any]] = self.account.client("ecs").describe_services(
            cluster=f"{STACK}-cluster", services=[f"{STACK}-{name}-service"]
        )["services"]
        return found[0]

    def container(self, name: str) -> dict[str, Any]:
        arn = self.service(name)["taskDefinition"]
        task = self.account.client("ecs").describe_task_definition(taskDefinition=arn)
        found: list[dict[str, Any]] = task["taskDefinition"]["containerDefinitions"]
        return found[0]

    def environment(self, name: str) -> dict[str, str]:
        return {item["name"]: item["value"] for item in self.container(name)["environment"]}

    def database(self) -> dict[str, Any]:
        found: list[dict[str, Any]] = self.account.client("rds").describe_db_instances()[
            "DBInstances"
        ]
        return found[0]

    def minimum(self, name: str) -> int:
        targets = self.account.client("application-autoscaling").describe_scalable_targets(
            ServiceNamespace="ecs", ResourceIds=[f"service/{STACK}-cluster/{STACK}-{name}-service"]
        )
        capacity: int = targets["ScalableTargets"][0]["MinCapacity"]
        return capacity

    def secret(self, logical_id: str) -> str:
        client = self.account.client("secretsmanager")
        found = client.get_secret_value(SecretId=self.stack.physical[logical_id])
        value: str = found["SecretString"]
        return value

    def password(self) -> str:
        """Return the password, which both secrets must agree on."""
        password: str = json.loads(self.secret("DatabaseSecret"))["password"]
        assert f"axonflow:{password}@" in self.secret("DatabaseUrlSecret")
        return password

    def generated_password(self) -> str:
        """Return the generated password, or none where the customer gave one."""
        generated = "DatabasePassword" in self.stack.physical
        return self.secret("DatabasePassword") if generated else ""

    def ingress(self) -> set[str]:
        groups = self.account.client("ec2").describe_security_groups(
            GroupIds=[self.stack.physical["LoadBalancerSecurityGroup"]]
        )["SecurityGroups"]
        rules = groups[0]["IpPermissions"]
        return {item["CidrIp"] for rule in rules for item in rule["IpRanges"]}

    def balancer(self) -> dict[str, str]:
        attributes = self.account.client("elbv2").describe_load_balancer_attributes(
            LoadBalancerArn=self.stack.physical["LoadBalancer"]
        )["Attributes"]
        return {item["Key"]: item["Value"] for item in attributes}

    def certificates(self) -> list[str]:
        listeners = self.account.client("elbv2").describe_listeners(
            ListenerArns=[self.stack.physical["HttpsListener"]]
        )["Listeners"]
        return [item["CertificateArn"] for item in listeners[0]["Certificates"]]

    def task_policies(self) -> list[str]:
        iam = self.account.client("iam")
        names: list[str] = iam.list_role_policies(RoleName=self.stack.physical["TaskRole"])[
            "PolicyNames"
        ]
        return names

    def alarm_actions(self) -> set[str]:
        alarms = [
            alarm
            for client in (
                self.account.at_ministack("cloudwatch"),
                self.account.at_moto("cloudwatch"),
            )
            for alarm in client.describe_alarms()["MetricAlarms"]
            if not alarm["AlarmName"].startswith("TargetTracking-")  # scaling policies' own
        ]
        return {"|".join(alarm["AlarmActions"]) for alarm in alarms}


@dataclass(frozen=True, kw_only=True)
class Update:
    """One update of a stack of the stock release.

    Attributes:
        changed: the parameters the customer changes.
        config: the release they take.
        among: resources that must be in the change set.
        view: where they see the effect.
        before: what they see there before.
        after: what they see there after.
    """

    changed: Mapping[str, str] = field(default_factory=dict)
    config: TemplateConfig = STOCK
    among: AbstractSet[str]
    view: Callable[[Seen], object]
    before: object
    after: object


UPDATES = {
    "more tasks": Update(
        changed={"AgentDesiredCount": "8", "OrchestratorDesiredCount": "50"},
        among={"AgentScalableTarget", "OrchestratorScalableTarget"},
        view=lambda seen: (seen.minimum("agent"), seen.minimum("orchestrator")),
        before=(5, 10),
        after=(8, 50),
    ),
    "another tier": Update(
        changed={"PricingTier": "Enterprise"},
        among={"AgentTaskDefinition", "AgentService"},
        view=lambda seen: [seen.environment("agent")[n] for n in ("TIER", "MAX_REQUESTS")],
        before=["Growth", "500000"],
        after=["Enterprise", "-1"],
    ),
    "another password": Update(
        changed={"DBPassword": "second-password.~", "DeploymentId": "2"},
        among={"Database", "DatabaseSecret", "DatabaseUrlSecret", *REVISED},
        view=lambda seen: (seen.password(), seen.container("agent")["dockerLabels"]),
        before=(PASSWORD, {"axonflow.deployment-id": "1"}),
        after=("second-password.~", {"axonflow.deployment-id": "2"}),
    ),
    "a generated password": Update(
        changed={"DBPassword": "", "DeploymentId": "2"},
        among={"Database", "DatabaseSecret", "DatabaseUrlSecret", *REVISED},
        view=lambda seen: seen.password() == seen.generated_password(),
        before=False,
        after=True,
    ),
    "the next release": Update(
        config=NEXT_RELEASE,
        among={"TaskRole", "AgentService", "OrchestratorService", *REVISED},
        view=lambda seen: [
            seen.container(name)["image"].rpartition("/")[2] for name in ("agent", "orchestrator")
        ],
        before=[f"axonflow-{n}:{STOCK.version}" for n in ("agent", "orchestrator")],
        after=["axonflow-agent:99.0.0", "axonflow-orchestrator:99.0.0"],
    ),
    "no shell in containers": Update(
        changed={"EnableExecuteCommand": "false"},
        among={"TaskRole", "AgentService", "OrchestratorService"},
        view=lambda seen: (
            seen.service("agent")["enableExecuteCommand"],
            "execute-command" in seen.task_policies(),
        ),
        before=(True, True),
        after=(False, False),
    ),
    "fewer clients": Update(
        changed={"AllowedCidr": "10.0.0.0/8"},
        among={"LoadBalancerSecurityGroup"},
        view=lambda seen: seen.ingress(),
        before={"0.0.0.0/0"},
        after={"10.0.0.0/8"},
    ),
    "access logs": Update(
        changed={"AccessLogsBucket": "our-logs"},
        among={"LoadBalancer"},
        view=lambda seen: [
            seen.balancer().get(f"access_logs.s3.{key}") for key in ("enabled", "bucket")
        ],
        before=["false", None],
        after=["true", "our-logs"],
    ),
    "alarms notify": Update(
        changed={"AlarmTopicArn": TOPIC},
        among={name for name in TEMPLATE["Resources"] if name.endswith("Alarm")},
        view=lambda seen: seen.alarm_actions(),
        before={""},
        after={TOPIC},
    ),
    "another certificate": Update(
        changed={"CertificateArn": OTHER_CERTIFICATE},
        among={"HttpsListener"},
        view=lambda seen: seen.certificates(),
        before=[CERTIFICATE],
        after=[OTHER_CERTIFICATE],
    ),
    "a larger database": Update(
        changed={"DBAllocatedStorage": "200", "DBInstanceClass": "db.m6g.large"},
        among={"Database", "DatabaseConnectionsAlarm"},
        view=lambda seen: [seen.database()[k] for k in ("AllocatedStorage", "DBInstanceClass")],
        before=[100, "db.t3.medium"],
        after=[200, "db.m6g.large"],
    ),
}


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_does_what_it_is_for_and_nothing_else(account: Account, name: str) -> None:
    update = UPDATES[name]
    given = {**given_for(account, "certificate"), "DBPassword": PASSWORD}
    before = Seen(account, deploy(account, BODY, given))
    scale_out(account, tasks=40)
    database = before.database()
    assert update.view(before) == update.before
    body = render_template(build_template(update.config))
    kept = frozenset(given) - update.changed.keys()
    after = Seen(account, deploy(account, body, update.changed, kept=kept))
    assert update.view(after) == update.after
    changes = after.stack.changes
    assert changes.keys() >= update.among
    # No line of the change set announces another replacement, and no other physical id changes.
    assert {n for n, change in changes.items() if change.replacement == "True"} <= REVISED
    moved = {n for n, i in before.stack.physical.items() if after.stack.physical.get(n) != i}
    assert moved <= REVISED
    for key in ("DbiResourceId", "InstanceCreateTime", "Endpoint"):
        assert after.database()[key] == database[key]
    for service in ("agent", "orchestrator"):
        assert after.service(service)["desiredCount"] == 40
    tier = "PricingTierDeployed"
    assert {**after.stack.outputs, tier: ""} == {**before.stack.outputs, tier: ""}


def scale_out(account: Account, *, tasks: int) -> None:
    """Do what auto scaling does under load."""
    for name in ("agent", "orchestrator"):
        account.client("ecs").update_service(
            cluster=f"{STACK}-cluster", service=f"{STACK}-{name}-service", desiredCount=tasks
        )


def test_a_generated_password_outlives_every_other_change(account: Account) -> None:
    given = given_for(account, "certificate")
    before = Seen(account, deploy(account, BODY, given))
    password = before.password()
    changed = {"PricingTier": "Pilot", "DBInstanceClass": "db.r7g.xlarge", "DeploymentId": "2"}
    body = render_template(build_template(NEXT_RELEASE))
    after = Seen(account, deploy(account, body, changed, kept=frozenset(given)))
    assert after.password() == password == after.generated_password()


def test_the_customer_takes_the_password_into_their_own_hands(account: Account) -> None:
    given = given_for(account, "certificate")
    before = Seen(account, deploy(account, BODY, given))
    changed = {"DBPassword": PASSWORD, "DeploymentId": "2"}
    after = Seen(account, deploy(account, BODY, changed, kept=frozenset(given)))
    assert after.password() == PASSWORD
    # MiniStack's change set compares templates, not what conditions make of them.
    assert before.stack.physical.keys() - after.stack.physical.keys() == {"DatabasePassword"}


@pytest.mark.parametrize("way", ["private-ca", "hosted-zone"])
def test_another_way_to_a_certificate_and_back(account: Account, way: str) -> None:
    given = {**given_for(account, "certificate"), "DBPassword": PASSWORD}
    deploy(account, BODY, given)
    other = {**given_for(account, way), "CertificateArn": "", "DBPassword": PASSWORD}
    issued = Seen(account, deploy(account, BODY, other))
    certificate = "PrivateCertificate" if way == "private-ca" else "PublicCertificate"
    assert issued.certificates() == [issued.stack.physical[certificate]]
    back = Seen(account, deploy(account, BODY, given))
    assert back.certificates() == [CERTIFICATE]
    assert back.stack.physical.keys() & {"PrivateCertificate", "PublicCertificate"} == set()


def test_the_same_template_again_is_no_change(account: Account) -> None:
    given = given_for(account, "certificate")
    deploy(account, BODY, given)
    with pytest.raises(WaiterError) as failed:
        deploy(account, BODY, {}, kept=frozenset(given))
    assert "didn't contain changes" in failed.value.last_response["StatusReason"]
