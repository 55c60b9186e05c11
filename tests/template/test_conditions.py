"""Every condition in both positions, and what each position makes."""

from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import pytest
from deployments import DEFAULTS, PASSWORD, SETS, ParameterSet, everywhere
from resolved import search
from variants import template_data

from axonflow_cfn import resolve_template

CONDITIONS: Mapping[str, Callable[[ParameterSet], bool]] = {
    "UsePrivateCertificateAuthority": lambda chosen: chosen.certificate == "private-ca",
    "UseHostedZone": lambda chosen: chosen.certificate == "hosted-zone",
    "HasDomainName": lambda chosen: chosen.certificate in {"imported-named", "hosted-zone"},
    "HasAgentUrl": lambda chosen: chosen.certificate != "imported",
    "HasAccessLogsBucket": lambda chosen: chosen.access_logs,
    "GeneratePassword": lambda chosen: not chosen.password_given,
    "ExecuteCommandEnabled": lambda chosen: chosen.execute_command,
    "HasAlarmTopic": lambda chosen: chosen.alarm_topic,
}

CONDITIONAL_RESOURCES: Mapping[str, str] = {
    "PrivateCertificate": "UsePrivateCertificateAuthority",
    "PrivateHostedZone": "UsePrivateCertificateAuthority",
    "PrivateAliasRecord": "UsePrivateCertificateAuthority",
    "PublicCertificate": "UseHostedZone",
    "PublicAliasRecord": "UseHostedZone",
    "DatabasePassword": "GeneratePassword",
}


def resolved(chosen: ParameterSet, partition: str = "aws") -> dict[str, Any]:
    return resolve_template(template_data(), chosen.deployment(partition))


@pytest.mark.parametrize(
    ("chosen", "partition"),
    [pytest.param(chosen, partition, id=name) for name, chosen, partition in everywhere()],
)
def test_conditions_and_conditional_resources(chosen: ParameterSet, partition: str) -> None:
    found = resolved(chosen, partition)
    assert found["Conditions"] == {name: test(chosen) for name, test in CONDITIONS.items()}
    conditional = {name for name, when in CONDITIONAL_RESOURCES.items() if CONDITIONS[when](chosen)}
    always = set(template_data()["Resources"]) - set(CONDITIONAL_RESOURCES)
    assert set(found["Resources"]) == always | conditional
    assert ("AgentUrl" in found["Outputs"]) == CONDITIONS["HasAgentUrl"](chosen)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_sets_hold_each_condition_in_both_positions(condition: str) -> None:
    assert {resolved(chosen)["Conditions"][condition] for chosen in SETS.values()} == {True, False}


def test_the_sets_hold_every_pair_of_choices() -> None:
    choices = [
        (
            chosen.certificate,
            chosen.tier,
            chosen.password_given,
            chosen.execute_command,
            chosen.alarm_topic,
            chosen.access_logs,
        )
        for chosen in SETS.values()
    ]
    for left, right in combinations(range(6), 2):
        possible = len({row[left] for row in choices}) * len({row[right] for row in choices})
        assert len({(row[left], row[right]) for row in choices}) == possible


CERTIFICATE = "HttpsListener.Certificates[].CertificateArn"
IMPORTED = "arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef"
CA = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/01234567-89ab-cdef-0123-456789abcdef"
PRIVATE_NAME = "axonflow-prod.us-east-1.axonflow.internal"
ALIAS = {
    "HostedZoneId": "${LoadBalancer.CanonicalHostedZoneID}",
    "DNSName": "${LoadBalancer.DNSName}",
}
BUCKET = "LoadBalancer.LoadBalancerAttributes[?starts_with(Key, 'access_logs')].[Key, Value]"
EXEC = "[AgentService, OrchestratorService][].EnableExecuteCommand"
EXEC_POLICY = "TaskRole.Policies[?PolicyName=='execute-command'].PolicyDocument.Statement[]"
ALARMS = "Attributes.*[] | [?Type=='AWS::CloudWatch::Alarm'].Properties.AlarmActions | []"
GENERATED = "{{resolve:secretsmanager:${DatabasePassword}:SecretString}}"
PASSWORDS = (
    "[Database.MasterUserPassword, DatabaseSecret.SecretString, DatabaseUrlSecret.SecretString]"
)


def passwords(password: str) -> list[str]:
    host = "${Database.Endpoint.Address}"
    return [
        password,
        f'{{"username":"axonflow","password":"{password}","engine":"postgres","host":"{host}","port":5432,"dbname":"axonflow"}}',
        f"postgresql://axonflow:{password}@{host}:5432/axonflow?sslmode=require",
    ]


@pytest.mark.parametrize(
    ("chosen", "path", "expected"),
    [
        (ParameterSet("imported"), CERTIFICATE, [IMPORTED]),
        (ParameterSet("imported-named"), CERTIFICATE, [IMPORTED]),
        (ParameterSet("private-ca"), CERTIFICATE, ["${PrivateCertificate}"]),
        (ParameterSet("hosted-zone"), CERTIFICATE, ["${PublicCertificate}"]),
        (ParameterSet("imported"), "Outputs.AgentUrl", None),
        (ParameterSet("imported-named"), "Outputs.AgentUrl", "https://axonflow.example.com"),
        (ParameterSet("private-ca"), "Outputs.AgentUrl", f"https://{PRIVATE_NAME}"),
        (ParameterSet("hosted-zone"), "Outputs.AgentUrl", "https://axonflow.example.com"),
        # A private CA vouches for the name itself: no validation, which would wait for DNS.
        (
            ParameterSet("private-ca"),
            "PrivateCertificate.[CertificateAuthorityArn, ValidationMethod, DomainValidationOptions]",
            [CA, None, None],
        ),
        (
            ParameterSet("private-ca"),
            "PrivateHostedZone.[Name, VPCs]",
            [PRIVATE_NAME, [{"VPCId": "vpc-0123456789abcdef0", "VPCRegion": "us-east-1"}]],
        ),
        (
            ParameterSet("private-ca"),
            "PrivateAliasRecord",
            {
                "HostedZoneId": "${PrivateHostedZone}",
                "Name": PRIVATE_NAME,
                "Type": "A",
                "AliasTarget": ALIAS,
            },
        ),
        (
            ParameterSet("hosted-zone"),
            "PublicAliasRecord",
            {
                "HostedZoneId": "Z0123456789ABCDEFGHIJ",
                "Name": "axonflow.example.com",
                "Type": "A",
                "AliasTarget": ALIAS,
            },
        ),
        (DEFAULTS, BUCKET, [["access_logs.s3.enabled", "false"]]),
        (
            ParameterSet("imported", access_logs=True),
            BUCKET,
            [["access_logs.s3.enabled", "true"], ["access_logs.s3.bucket", "example-access-logs"]],
        ),
        (DEFAULTS, EXEC, [True, True]),
        (ParameterSet("imported", execute_command=False), EXEC, [False, False]),
        (
            DEFAULTS,
            EXEC_POLICY,
            [
                {
                    "Effect": "Allow",
                    "Action": [
                        "ssmmessages:CreateControlChannel",
                        "ssmmessages:CreateDataChannel",
                        "ssmmessages:OpenControlChannel",
                        "ssmmessages:OpenDataChannel",
                    ],
                    "Resource": ["*"],
                }
            ],
        ),
        (ParameterSet("imported", execute_command=False), EXEC_POLICY, []),
        (DEFAULTS, ALARMS, []),
        (
            ParameterSet("imported", alarm_topic=True),
            ALARMS,
            ["arn:aws:sns:us-east-1:123456789012:alarms"] * 12,
        ),
        (DEFAULTS, PASSWORDS, passwords(GENERATED)),
        (ParameterSet("imported", password_given=True), PASSWORDS, passwords(PASSWORD)),
    ],
)
def test_what_a_position_makes(chosen: ParameterSet, path: str, expected: Any) -> None:
    assert search(path, chosen) == expected
