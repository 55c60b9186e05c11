"""E9130."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html
_VERSIONS = {"LATEST", "1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"}
_SINCE_1_4 = (
    ("Volumes.*.EFSVolumeConfiguration", "EFS volumes"),
    ("EphemeralStorage", "EphemeralStorage"),
    ("PidMode", "PidMode"),
    ("ContainerDefinitions.*.LinuxParameters.Capabilities.Add.*", "added capabilities"),
)


class PlatformVersionTooOld(DeployabilityRule):
    """A Fargate platform version that does not exist or lacks what the service uses."""

    id = "E9130"
    shortdesc = "Fargate platform version does not exist or lacks a feature in use"
    description = (
        "The Linux platform versions are LATEST and 1.0.0 to 1.4.0. ECS Exec, Service Connect, EFS "
        "volumes, EphemeralStorage and a shared PID namespace need 1.4.0: on an older one the "
        "service is refused. Leave PlatformVersion out, or write LATEST."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {LaunchType: FARGATE, PlatformVersion: 1.5.0}
"""
    good = bad.replace("1.5.0", "1.4.0")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each version, and at what is used with an old one."""
        for service in model.of_type("AWS::ECS::Service"):
            for version in service.values("PlatformVersion"):
                under = service.given(version.when)
                if version.text and version.text not in _VERSIONS:
                    yield Finding(
                        version.path,
                        f"there is no platform version {version.shown}; write LATEST",
                    )
                elif version.text and under and version.text not in {"LATEST", "1.4.0"}:
                    yield from _needs_newer(under, version)


def _needs_newer(service: Resource, version: Value) -> Iterator[Finding]:
    used = []
    if any(value.flag for value in service.values("EnableExecuteCommand")):
        used.append("ECS Exec")
    if any(value.flag for value in service.values("ServiceConnectConfiguration.Enabled")):
        used.append("Service Connect")
    for task in task_definitions(service):
        used += [name for path, name in _SINCE_1_4 if any(task.values(path))]
    if used:
        yield Finding(
            version.path,
            f"platform version {version.shown} has no {', '.join(dict.fromkeys(used))}; use 1.4.0 "
            "or LATEST",
        )
