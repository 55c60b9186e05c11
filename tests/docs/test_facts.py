"""What the guide is made from: words for conditions, permissions and changes, none missing."""

import re
from typing import Any

import pytest

from axonflow_cfn import AgentConfig, TemplateConfig
from axonflow_cfn.docs.access import roles
from axonflow_cfn.docs.facts import condition_words, gather_facts
from axonflow_cfn.docs.words import CHANGED_SECRET, CHANGES, PERMISSIONS

METERING = ["none", "register-usage", "meter-usage", "license-manager"]


def test_every_permission_has_a_reason_and_every_reason_a_permission() -> None:
    allowed = {
        permission.action
        for metering in METERING
        for role in roles(gather_facts(TemplateConfig.from_table({"metering": metering})))
        for permission in role.permissions
    }
    assert allowed == set(PERMISSIONS)


def test_every_parameter_says_what_a_change_does() -> None:
    parameters = gather_facts(TemplateConfig()).template["Parameters"]
    assert set(parameters) == set(CHANGES)


def test_a_secret_of_the_config_is_a_parameter_of_the_guide() -> None:
    config = TemplateConfig(agent=AgentConfig(secrets={"API_KEY": "ApiKeySecretArn"}))
    (secret,) = gather_facts(config).groups["Secrets"]
    assert (secret.name, secret.default, secret.change) == (
        "ApiKeySecretArn",
        "required",
        CHANGED_SECRET,
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (None, ""),
        ("GeneratePassword", "`DBPassword` is empty"),
        ("UseHostedZone", "`HostedZoneId` is given"),
        ("ExecuteCommandEnabled", "`EnableExecuteCommand` is `true`"),
        ("HasAgentUrl", "`PrivateCertificateAuthorityArn` is given or `DomainName` is given"),
    ],
)
def test_conditions_in_words(name: str | None, words: str) -> None:
    assert condition_words(gather_facts(TemplateConfig()).template, name) == words


def test_a_condition_without_words_is_an_error() -> None:
    template: dict[str, Any] = {"Conditions": {"Odd": {"Fn::And": []}}}
    with pytest.raises(ValueError, match=re.escape('no words for the condition {"Fn::And": []}')):
        condition_words(template, "Odd")


def test_each_role_says_who_assumes_it_and_when_a_policy_is_there() -> None:
    found = {role.resource.logical_id: role for role in roles(gather_facts(TemplateConfig()))}
    assert {name: role.principals for name, role in found.items()} == {
        "DatabaseMonitoringRole": "monitoring.rds.amazonaws.com",
        "TaskExecutionRole": "ecs-tasks.amazonaws.com",
        "TaskRole": "ecs-tasks.amazonaws.com",
    }
    assert {(p.policy, p.when) for p in found["TaskRole"].permissions} == {
        ("write-logs-and-metrics", ""),
        ("execute-command", "`EnableExecuteCommand` is `true`"),
    }
    (secrets,) = [
        permission
        for permission in found["TaskExecutionRole"].permissions
        if permission.action == "secretsmanager:GetSecretValue"
    ]
    assert secrets.on == "`DatabaseUrlSecret`"
