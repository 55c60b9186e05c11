"""What the scanners read: deployments of the template without functions, and its IAM policies."""

import re
from collections.abc import Mapping
from typing import Any

from axonflow_cfn.builder import build_template
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.layers.iam import METERING_ACTIONS
from axonflow_cfn.render import to_data
from axonflow_cfn.resolve import Deployment, resolve_template

_ARN = "arn:aws:{}:us-east-1:123456789012:{}"
_NETWORK = {
    "VpcId": "vpc-0123456789abcdef0",
    "PrivateSubnet1": "subnet-0123456789abcdef0",
    "PrivateSubnet2": "subnet-0123456789abcdef1",
}
_OPERATED = {
    **_NETWORK,
    "AccessLogsBucket": "example-access-logs",
    "AlarmTopicArn": _ARN.format("sns", "alarms"),
}
_CERTIFICATE = {"CertificateArn": _ARN.format("acm", "certificate/example")}

DEPLOYMENTS: Mapping[str, Mapping[str, str]] = {
    "private-ca": {
        **_OPERATED,
        "PrivateCertificateAuthorityArn": _ARN.format("acm-pca", "certificate-authority/example"),
    },
    "hosted-zone": {
        **_OPERATED,
        "HostedZoneId": "Z0123456789EXAMPLE",
        "DomainName": "agents.example.com",
    },
    "certificate": {
        **_OPERATED,
        **_CERTIFICATE,
        "DBPassword": "a-password-of-the-customer",
        "EnableExecuteCommand": "false",
    },
}
"""Parameters by name of the deployment: each certificate source, and both values of each switch."""

LEAST: Mapping[str, str] = {**_NETWORK, **_CERTIFICATE}
"""The fewest parameters that deploy: no alarm topic and no bucket for access logs."""

_KNOWN = {
    "AgentLogGroup.Arn": _ARN.format("logs", "log-group:/ecs/axonflow-prod/agent:*"),
    "OrchestratorLogGroup.Arn": _ARN.format("logs", "log-group:/ecs/axonflow-prod/orchestrator:*"),
    "DatabaseUrlSecret": _ARN.format("secretsmanager", "secret:axonflow-prod-db-url-AbCdEf"),
}


def inlined(template: Mapping[str, Any], parameters: Mapping[str, str]) -> dict[str, Any]:
    """Return a template of the same resources in which only references to resources are left.

    The scanners that get it do not evaluate conditions, mappings and parameters by themselves.
    """
    resolved = resolve_template(template, Deployment(parameters=parameters))
    return {"Resources": _references(resolved["Resources"])}


def _references(value: Any) -> Any:
    """Put back the functions for what the resolver left symbolic, such as ``${Cluster}``."""
    if isinstance(value, dict):
        return {key: _references(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_references(item) for item in value]
    if not isinstance(value, str) or "${" not in value:
        return value
    if found := re.fullmatch(r"\$\{(\w+)\}", value):
        return {"Ref": found[1]}
    if found := re.fullmatch(r"\$\{(\w+)\.([\w.]+)\}", value):
        return {"Fn::GetAtt": [found[1], found[2]]}
    return {"Fn::Sub": value}


def policies() -> dict[str, dict[str, Any]]:
    """Return the IAM documents of every metering model, all functions resolved.

    Returns:
        ``inline`` and ``trust`` (documents by name), ``managed`` (AWS's own policies' names by
        the name of their use).
    """
    found: dict[str, dict[str, Any]] = {"inline": {}, "trust": {}, "managed": {}}
    for model in METERING_ACTIONS:
        template = to_data(build_template(TemplateConfig.from_table({"metering": model})))
        deployment = Deployment(parameters=LEAST, known=_KNOWN)
        for logical_id, resource in resolve_template(template, deployment)["Resources"].items():
            if resource["Type"] != "AWS::IAM::Role":
                continue
            role = resource["Properties"]
            found["trust"][logical_id] = role["AssumeRolePolicyDocument"]
            for arn in role.get("ManagedPolicyArns", []):
                name = arn.rpartition("/")[2]
                found["managed"][f"{logical_id}/{name}"] = name
            for policy in role.get("Policies", []):
                name = policy["PolicyName"]
                use = f"{name} ({model})" if name == "metering" else name
                found["inline"][f"{logical_id}/{use}"] = policy["PolicyDocument"]
    return found
