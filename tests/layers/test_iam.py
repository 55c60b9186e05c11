"""IAM: least privilege, by construction."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from awacs.aws import Action
from deployments import DEFAULTS, ParameterSet
from resolved import search

from axonflow_cfn import (
    AgentConfig,
    ConfigError,
    OrchestratorConfig,
    TemplateConfig,
    build_template,
    layers,
)
from axonflow_cfn import trust as trust_module

ROLES = ("TaskExecutionRole", "TaskRole", "DatabaseMonitoringRole")
LOG_GROUPS = ["${AgentLogGroup.Arn}", "${OrchestratorLogGroup.Arn}"]


@pytest.mark.parametrize(
    ("role", "service"),
    [
        ("TaskExecutionRole", "ecs-tasks.amazonaws.com"),
        ("TaskRole", "ecs-tasks.amazonaws.com"),
        ("DatabaseMonitoringRole", "monitoring.rds.amazonaws.com"),
    ],
)
@pytest.mark.parametrize("partition", ["aws", "aws-us-gov", "aws-cn"])
def test_one_service_of_this_account_may_assume_a_role(
    role: str, service: str, partition: str
) -> None:
    assert search(f"{role}.AssumeRolePolicyDocument", partition=partition) == {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": [service]},
                "Action": ["sts:AssumeRole"],
                "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}},
            }
        ],
    }


@pytest.mark.parametrize("role", ROLES)
def test_roles_are_unnamed(role: str) -> None:
    """CAPABILITY_IAM is enough, and the same stack name fits into two regions."""
    assert search(f"{role}.[RoleName, Path]") == [None, None]


def test_the_task_role_writes_its_logs_and_its_namespace_only() -> None:
    statements = search("TaskRole.Policies[0].PolicyDocument.Statement")
    assert statements == [
        {
            "Effect": "Allow",
            "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
            "Resource": LOG_GROUPS,
        },
        {
            "Effect": "Allow",
            "Action": ["cloudwatch:PutMetricData"],
            "Resource": ["*"],
            "Condition": {"StringEquals": {"cloudwatch:namespace": "AxonFlow"}},
        },
    ]


METERING: Mapping[str, Sequence[str]] = {
    "none": (),
    "register-usage": ("aws-marketplace:RegisterUsage",),
    "meter-usage": ("aws-marketplace:MeterUsage",),
    "license-manager": (
        "license-manager:CheckoutLicense",
        "license-manager:GetLicense",
        "license-manager:CheckInLicense",
        "license-manager:ExtendLicenseConsumption",
        "license-manager:ListReceivedLicenses",
    ),
}


@pytest.mark.parametrize(("model", "actions"), METERING.items())
def test_metering_grants_what_its_model_asks(model: Any, actions: Sequence[str]) -> None:
    config = TemplateConfig(metering=model)
    policies = search("TaskRole.Policies[].PolicyName", config=config)
    metering = ["metering"] if actions else []
    assert policies == ["write-logs-and-metrics", *metering, "execute-command"]
    path = "TaskRole.Policies[?PolicyName=='metering'].PolicyDocument.Statement[].Action[]"
    assert search(path, config=config) == list(actions)
    # The Marketplace seller guide grants them on all resources.
    resources = path.replace("Action", "Resource")
    assert search(resources, config=config) == (["*"] if actions else [])


def test_the_namespace_follows_the_config() -> None:
    config = TemplateConfig(metrics_namespace="Example/Product")
    condition = "TaskRole.Policies[0].PolicyDocument.Statement[1].Condition.StringEquals"
    assert search(condition, config=config) == {"cloudwatch:namespace": "Example/Product"}


def test_extra_secrets_get_a_parameter_each_and_the_grant() -> None:
    """Two variables, and both services, may share one secret."""
    config = TemplateConfig(
        agent=AgentConfig(secrets={"API_KEY": "ApiKeySecretArn", "TOKEN": "TokenSecretArn"}),
        orchestrator=OrchestratorConfig(secrets={"KEY": "ApiKeySecretArn"}),
    )
    given = {
        name: f"arn:aws:secretsmanager:us-east-1:123456789012:secret:{name}-abcdef"
        for name in ("ApiKeySecretArn", "TokenSecretArn")
    }

    class WithSecrets(ParameterSet):
        def parameters(self, partition: str) -> dict[str, str]:
            return {**super().parameters(partition), **given}

    chosen = WithSecrets("imported")
    resources = "TaskExecutionRole.Policies[].PolicyDocument.Statement[].Resource[]"
    assert search(resources, chosen, config=config) == ["${DatabaseUrlSecret}", *given.values()]
    secrets = "AgentTaskDefinition.ContainerDefinitions[0].Secrets[1:].[Name, ValueFrom]"
    assert search(secrets, chosen, config=config) == [
        ["API_KEY", given["ApiKeySecretArn"]],
        ["TOKEN", given["TokenSecretArn"]],
    ]
    declared = search("Parameters", chosen, config=config)
    assert [declared[name]["Description"] for name in given] == [
        "ARN of the Secrets Manager secret whose whole text becomes API_KEY and KEY.",
        "ARN of the Secrets Manager secret whose whole text becomes TOKEN.",
    ]
    assert "Default" not in declared["ApiKeySecretArn"]


def layer_sources() -> list[Path]:
    (folder,) = layers.__path__
    return [*sorted(Path(folder).glob("*.py")), Path(str(trust_module.__file__))]


@pytest.mark.parametrize("source", layer_sources(), ids=lambda path: path.stem)
def test_no_action_is_a_string(source: Path) -> None:
    """A typo in an awacs constant fails at import; in a string it fails at the customer's."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    suspects = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"(?!aws:)[a-z0-9-]+:([A-Z][A-Za-z]+|\*)", node.value)
    ]
    assert suspects == []


def actions(value: Any) -> Iterator[object]:
    """Every value of an Action key in a troposphere or awacs object."""
    properties = getattr(value, "properties", None)
    data = getattr(value, "data", None)
    if isinstance(value, list | tuple):
        for item in value:
            yield from actions(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key == "Action":
                yield from item if isinstance(item, list) else [item]
            else:
                yield from actions(item)
    elif isinstance(properties, Mapping):
        yield from actions(properties)
    elif isinstance(data, Mapping):
        yield from actions(data)


def test_every_action_is_an_awacs_constant() -> None:
    resources = build_template(TemplateConfig(metering="license-manager")).resources
    found = [action for role in ROLES for action in actions(resources[role])]
    assert len(found) == 16
    assert [action for action in found if not isinstance(action, Action)] == []


def test_the_roles_above_are_all_there_are() -> None:
    types = search("Attributes", DEFAULTS)
    assert {name for name, item in types.items() if item["Type"] == "AWS::IAM::Role"} == set(ROLES)
    assert not {item["Type"] for item in types.values()} & {
        "AWS::IAM::Policy",
        "AWS::IAM::ManagedPolicy",
    }


def test_an_extra_secret_cannot_take_a_parameter_of_the_template() -> None:
    config = TemplateConfig(agent=AgentConfig(secrets={"KEY": "VpcId"}))
    with pytest.raises(ConfigError) as caught:
        build_template(config)
    assert str(caught.value) == 'secrets.KEY: got "VpcId"; allowed: a name of its own'
