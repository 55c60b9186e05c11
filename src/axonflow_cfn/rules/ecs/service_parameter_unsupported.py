"""E9129."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding

_PUBLIC_IP = "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp"


class ServiceParameterUnsupported(DeployabilityRule):
    """A setting of a service that its launch type or network mode does not have."""

    id = "E9129"
    shortdesc = "ECS service has a setting its launch type or network mode lacks"
    description = (
        "Placement strategies and constraints exist on EC2 only; a platform version and public IP "
        "addresses on Fargate only ('Assign public IP is not supported for this launch type'); "
        "Role and classic load balancers go with other network modes than awsvpc; "
        "NetworkConfiguration with awsvpc only. ECS refuses the service. Remove the setting."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      PlacementStrategies: [{Type: spread, Field: 'attribute:ecs.availability-zone'}]
"""
    good = bad.replace("FARGATE", "EC2")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each service under each launch type, then under each network mode."""
        for service in model.of_type("AWS::ECS::Service"):
            for fargate in where(service, "LaunchType", "FARGATE"):
                for key in ("PlacementStrategies", "PlacementConstraints"):
                    yield from _refused(fargate.values(f"{key}.*"), key, "on Fargate")
            for other in where(service, "LaunchType", "EC2", "EXTERNAL"):
                versions = (v for v in other.values("PlatformVersion") if v.text != "")
                yield from _refused(versions, "PlatformVersion", "off Fargate")
                public = (v for v in other.values(_PUBLIC_IP) if v.text == "ENABLED")
                yield from _refused(public, "AssignPublicIp ENABLED", "off Fargate")
            for task in task_definitions(service):
                yield from _network(service, task)


def _network(service: Resource, task: Resource) -> Iterator[Finding]:
    for (mode,) in task.cases("NetworkMode"):
        under = service.given(mode.when)
        if under is None:
            continue
        if mode.text == "awsvpc":
            name = "in the awsvpc network mode"
            yield from _refused(under.values("Role"), "Role", name)
            classic = under.values("LoadBalancers.*.LoadBalancerName")
            yield from _refused(classic, "LoadBalancerName", name)
        elif mode.text in {"bridge", "host", "none"}:
            yield from _refused(
                under.values("NetworkConfiguration"),
                "NetworkConfiguration",
                f"in the {mode.text} network mode",
            )


def _refused(values: Iterator[Value], name: str, where_: str) -> Iterator[Finding]:
    seen = set()
    for value in values:
        if value.path not in seen and value.data is not UNKNOWN:
            seen.add(value.path)
            yield Finding(value.path, f"{name} is not supported {where_}; remove it")
