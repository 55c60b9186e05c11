"""W9144."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, Symbol, TemplateModel, Value
from axonflow_cfn.model.ecs import runs_on_fargate, task_definitions
from axonflow_cfn.model.endpoints import ENDPOINT
from axonflow_cfn.model.questions import declared
from axonflow_cfn.model.vpc import SUBNET, exits
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONFIG = "NetworkConfiguration.AwsvpcConfiguration"
_RUNS = {
    "AWS::ECS::Service": ("", _CONFIG),
    "AWS::ECS::TaskSet": ("", _CONFIG),
    "AWS::Events::Rule": (
        "Targets.*.EcsParameters",
        "NetworkConfiguration.AwsVpcConfiguration",
    ),
    "AWS::Scheduler::Schedule": ("Target.EcsParameters", _CONFIG),
}
"""Where each type runs tasks, and where it says in which subnets."""
_FARGATE = frozenset({"FARGATE", "FARGATE_SPOT"})
_PUBLIC = re.compile(r"(?<!no)(?<!non)(?<!not)(?<!non[-_])public", re.IGNORECASE)


class PublicSubnetWithoutAddress(DeployabilityRule):
    """Fargate tasks without a public address in subnets that are public."""

    id = "W9144"
    shortdesc = "Fargate tasks in public subnets have no public address"
    description = (
        "A public subnet routes to an internet gateway, which serves public addresses alone: with "
        "AssignPublicIp DISABLED the tasks reach no registry and no secret and stop with "
        "ResourceInitializationError or CannotPullContainerError, unless the VPC has endpoints "
        "for all of them. A subnet counts as public by the name of its parameter, or if an "
        "internet-facing load balancer is in it. Use private subnets behind a NAT gateway."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Parameters:
  PublicSubnets: {Type: List<AWS::EC2::Subnet::Id>}
  PrivateSubnets: {Type: List<AWS::EC2::Subnet::Id>}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      TaskDefinition: !ImportValue task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: !Ref PublicSubnets, AssignPublicIp: DISABLED}
"""
    good = bad.replace("!Ref PublicSubnets", "!Ref PrivateSubnets")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the subnets of everything that runs tasks without public addresses."""
        if model.of_type(ENDPOINT):
            return
        for owner in model.of_type(*_RUNS):
            base, path = _RUNS[owner.type]
            for run in owner.values(base):
                # Who may choose a public address knows why not to.
                fixed = declared(run, f"{path}.AssignPublicIp") == frozenset({"DISABLED"})
                for config in run.values(path) if fixed and _on_fargate(owner, run) else ():
                    for public, listed in config.cases("AssignPublicIp", "Subnets"):
                        for subnet in listed.values("*") if public.present else ():
                            why = _why_public(subnet)
                            if why:
                                yield Finding(
                                    subnet.path,
                                    f"tasks get no public address in {subnet.shown}, public "
                                    f"{why}, and have no other way out; use private subnets",
                                )


def _on_fargate(owner: Resource, run: Value) -> bool:
    launch = declared(run, "LaunchType")
    providers = declared(run, "CapacityProviderStrategy.*.CapacityProvider")
    tasks = list(task_definitions(owner)) if owner.type == "AWS::ECS::Service" else []
    if launch or providers or launch is None or providers is None:
        return launch == frozenset({"FARGATE"}) or bool(providers and providers <= _FARGATE)
    return bool(tasks) and all(runs_on_fargate(owner, task) for task in tasks)


def _why_public(subnet_id: Value) -> str | None:
    """Why a subnet whose routes are not known is public; None if it may be private."""
    subnet = subnet_id.follow(SUBNET)
    if subnet and exits(subnet) is not None:
        return None
    names = {part.name for part in subnet_id.parts if isinstance(part, Symbol)}
    names |= {*subnet_id.sources, *([subnet.logical_id] if subnet else [])}
    if any("private" in name.lower() for name in names):
        return None
    if any(map(_PUBLIC.search, names)):
        return "by its name"
    for balancer in subnet_id.model.of_type("AWS::ElasticLoadBalancingV2::LoadBalancer"):
        schemes = [scheme for (scheme,) in balancer.cases("Scheme")]
        outside = all(scheme.absent or scheme.text == "internet-facing" for scheme in schemes)
        # By IPv6 the tasks get out without a public address.
        outside = outside and not any(
            kind.text != "ipv4" for kind in balancer.values("IpAddressType")
        )
        for path in ("Subnets.*", "SubnetMappings.*.SubnetId") if outside else ():
            for other in balancer.values(path):
                same = names and subnet_id.equals(other)
                if same and other.model.together(other, subnet_id) is not None:
                    return f"as the internet-facing {balancer.logical_id} is in it"
    return None
