"""Makes every resource of a template through the services' own APIs, each after what it needs.

So botocore's request validation and the checks of moto's server see every property.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from graphlib import TopologicalSorter
from typing import Any

from botocore.exceptions import ClientError, ParamValidationError
from verify.lifecycle.account import Account
from verify.lifecycle.service_calls import CALLS, Answers, Properties
from verify.schemas.provider import coerced, provider_schema

from axonflow_cfn import Deployment, resolve_template


def make_all(account: Account, template: Mapping[str, Any], given: Deployment) -> Answers:
    """Make every resource of a template in moto; return Ref and attributes by logical id.

    Raises:
        botocore.exceptions.ParamValidationError: a request is not one of the API's.
        botocore.exceptions.ClientError: the service refuses it.
    """
    known: Answers = {}
    for logical_id in creation_order(template, given):
        resolved = resolve_template(template, replace(given, known=known))["Resources"]
        resource = resolved[logical_id]
        schema = provider_schema(resource["Type"], given.region)
        properties = coerced(secrets_resolved(account, resource["Properties"]), schema, schema)
        unnamed = f"{given.stack_name}-{logical_id}"
        try:
            made = CALLS[resource["Type"]](account, unnamed, properties)
        except (ClientError, ParamValidationError) as error:
            error.add_note(f"while making {logical_id}")
            raise
        known |= {logical_id + key: value for key, value in made.items()}
    return known


def creation_order(template: Mapping[str, Any], given: Deployment) -> Iterable[str]:
    """Return the logical ids, each after those it refers to or depends on."""
    resources = resolve_template(template, given)["Resources"]
    graph = {
        logical_id: {
            name
            for name in [
                *re.findall(r"\$\{([A-Za-z0-9]+)", json.dumps(resource["Properties"])),
                *resource.get("DependsOn", []),
            ]
            if name in resources
        }
        for logical_id, resource in resources.items()
    }
    return TopologicalSorter(graph).static_order()


def secrets_resolved(account: Account, properties: Properties) -> Properties:
    """Return the properties with each dynamic reference replaced by the secret it names."""

    def value(found: re.Match[str]) -> str:
        client = account.at_moto("secretsmanager")
        secret: str = client.get_secret_value(SecretId=found[1])["SecretString"]
        return json.dumps(secret)[1:-1]

    pattern = r"\{\{resolve:secretsmanager:([^}]+):SecretString\}\}"
    resolved: Properties = json.loads(re.sub(pattern, value, json.dumps(properties)))
    return resolved
