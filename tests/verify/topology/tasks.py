"""Runs a resolved task definition's container on a host, its image replaced by program.py."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from verify.postgres.deployment import Resources
from verify.topology.network import SYSTEM_PATH, Host

PROGRAM = Path(__file__).with_name("program.py")


def logical_id(reference: str) -> str:
    """Return the resource that a resolved Ref or GetAtt still names: ``${Id}``, ``${Id.Arn}``."""
    assert reference.startswith("${"), f"{reference} is no reference to a resource"
    return reference[2:-1].partition(".")[0]


def container_of(resources: Resources, service: str) -> Mapping[str, Any]:
    """Return the one container definition a service runs."""
    (container,) = task_of(resources, service)["ContainerDefinitions"]
    return dict(container)


def task_of(resources: Resources, service: str) -> Mapping[str, Any]:
    """Return the task definition a service runs."""
    return resources[logical_id(resources[service]["TaskDefinition"])]


def environment_of(resources: Resources, service: str) -> dict[str, str]:
    """Return what ECS puts into the container's environment.

    Raises:
        PermissionError: the execution role may not read a secret; ECS starts no such task.
    """
    container = container_of(resources, service)
    role = resources[logical_id(task_of(resources, service)["ExecutionRoleArn"])]
    readable = [
        resource
        for policy in role["Policies"]
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Action"] == ["secretsmanager:GetSecretValue"]
        for resource in statement["Resource"]
    ]
    environment = {item["Name"]: item["Value"] for item in container["Environment"]}
    for secret in container["Secrets"]:
        if secret["ValueFrom"] not in readable:
            raise PermissionError(secret["ValueFrom"])
        environment[secret["Name"]] = resources[logical_id(secret["ValueFrom"])]["SecretString"]
    return environment


@contextmanager
def running(host: Host, environment: Mapping[str, str]) -> Iterator[None]:
    """Run the program until the block ends; it may have failed to start, as containers may."""
    process = subprocess.Popen(
        [*host.entered(), "setpriv", "--pdeathsig", "KILL", sys.executable, PROGRAM],
        env={"PATH": SYSTEM_PATH, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert process.stdout is not None
        process.stdout.readline()  # "ready", or nothing when it has ended
        yield
    finally:
        process.kill()
        process.communicate()


def healthy(host: Host, container: Mapping[str, Any]) -> bool:
    """Run the container's health command as ECS does: a shell's, or a program with arguments."""
    check = container["HealthCheck"]
    kind, *command = check["Command"]
    words = {"CMD-SHELL": ["/bin/sh", "-c", *command], "CMD": command}[kind]
    try:
        return host.run(*words, timeout=check["Timeout"]).returncode == 0
    except subprocess.TimeoutExpired:
        return False
