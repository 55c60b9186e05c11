"""Where the password may be, and where it must never be."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from deployments import PASSWORD, ParameterSet, everywhere
from variants import template_data

from axonflow_cfn import resolve_template

HOLDERS = {
    ("Database", "MasterUserPassword"),
    ("DatabaseSecret", "SecretString"),
    ("DatabaseUrlSecret", "SecretString"),
}


@pytest.mark.parametrize(
    ("chosen", "partition"),
    [pytest.param(chosen, partition, id=name) for name, chosen, partition in everywhere()],
)
def test_the_password_reaches_the_database_and_its_secrets_alone(
    chosen: ParameterSet, partition: str
) -> None:
    resolved = resolve_template(template_data(), chosen.deployment(partition))
    secret = PASSWORD if chosen.password_given else "{{resolve:"
    holders = {
        (logical_id, key)
        for logical_id, resource in resolved["Resources"].items()
        for key, value in resource["Properties"].items()
        if secret in json.dumps(value)
    }
    assert holders == HOLDERS
    assert secret not in json.dumps(resolved["Outputs"])


def strings(value: Any) -> Iterator[str]:
    """Every string in a value: in both branches of each If, behind each Ref and Sub."""
    if isinstance(value, str):
        yield value
    for item in value if isinstance(value, list) else ():
        yield from strings(item)
    for key, operand in value.items() if isinstance(value, Mapping) else ():
        yield str(key)
        yield from strings(operand)


@pytest.mark.parametrize("service", ["Agent", "Orchestrator"])
def test_no_environment_reaches_a_secret_in_any_branch(service: str) -> None:
    template = template_data()
    hidden = [name for name, declared in template["Parameters"].items() if declared.get("NoEcho")]
    assert hidden == ["DBPassword"]
    task = template["Resources"][f"{service}TaskDefinition"]["Properties"]
    for container in task["ContainerDefinitions"]:
        found = list(strings(container["Environment"]))
        assert "PORT" in found
        for text in found:
            assert "{{resolve:" not in text
            assert not any(name in text for name in hidden)
