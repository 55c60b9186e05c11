"""The template's resources as they stand after a deployment, with the database's address known."""

import json
import re
from collections.abc import Mapping
from typing import Any

from axonflow_cfn import Deployment, refusals, resolve_template

PARAMETERS = {
    "VpcId": "vpc-0a1b2c3d",
    "PrivateSubnet1": "subnet-0a1b2c3d",
    "PrivateSubnet2": "subnet-1a2b3c4d",
    "CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/"
    "12345678-1234-1234-1234-123456789012",
}
EXISTING = {
    "subnet-0a1b2c3d": {"VpcId": "vpc-0a1b2c3d", "AvailabilityZone": "us-east-1a"},
    "subnet-1a2b3c4d": {"VpcId": "vpc-0a1b2c3d", "AvailabilityZone": "us-east-1b"},
}
GENERATED = re.compile(r"\{\{resolve:secretsmanager:\$\{DatabasePassword\}:SecretString\}\}")

Resources = Mapping[str, Mapping[str, Any]]


def accepted(template: Mapping[str, Any], password: str) -> bool:
    """Tell whether CloudFormation takes this DBPassword."""
    return refusals(template, {**PARAMETERS, "DBPassword": password}, EXISTING) == []


def deploy(
    template: Mapping[str, Any], *, host: str, password: str = "", generated: str = ""
) -> Resources:
    """Return the properties of every resource.

    Args:
        template: plain data, intrinsic functions in long form.
        host: the database's endpoint address.
        password: the DBPassword parameter, taken as it is even where its pattern refuses it.
        generated: what Secrets Manager generates when no password is given.
    """
    deployment = Deployment(
        parameters={**PARAMETERS, "DBPassword": password},
        known={"Database.Endpoint.Address": host},
    )
    resources = resolve_template(template, deployment)["Resources"]
    properties = {name: resource.get("Properties", {}) for name, resource in resources.items()}
    # Letters and digits, so nothing to escape.
    text = GENERATED.sub(generated, json.dumps(properties))
    assert "{{resolve:" not in text
    resolved: Resources = json.loads(text)
    return resolved
