"""W9150."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.questions import declared, where
from axonflow_cfn.model.security_groups import attached, ingress
from axonflow_cfn.rule import DeployabilityRule, Finding

_ASSIGN = "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp"


class PublicIpBehindInternalBalancer(DeployabilityRule):
    """Public addresses for tasks that nobody outside should reach."""

    id = "W9150"
    shortdesc = "Tasks that are only reached internally get public IP addresses"
    description = (
        "AssignPublicIp ENABLED gives every task a public address, so that in a public subnet "
        "nothing but its security group keeps the internet away from a service that is meant to be "
        "reached through an internal load balancer, or by other services alone while these do "
        "without public addresses. Set it to DISABLED."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html"
    )
    tags = ["resources", "ecs", "security"]
    bad = """
Resources:
  LoadBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, Subnets: [subnet-1, subnet-2]}
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 80, Protocol: HTTP, VpcId: vpc-1}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref TargetGroup}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref TargetGroup}]
      NetworkConfiguration:
        AwsvpcConfiguration: {AssignPublicIp: ENABLED, Subnets: [subnet-1, subnet-2]}
"""
    good = bad.replace("ENABLED", "DISABLED")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what reaches the services with public addresses."""
        yield from _among_private_ones(model)
        for service in model.of_type("AWS::ECS::Service"):
            for public in where(service, _ASSIGN, "ENABLED"):
                for assign in public.values(_ASSIGN):
                    for balancer in dict.fromkeys(_internal(public)):
                        yield Finding(
                            assign.path,
                            f"tasks get public addresses although {balancer} is internal; set "
                            "AssignPublicIp to DISABLED",
                        )


def _internal(service: Resource) -> Iterator[str]:
    """The load balancers of a service that are certainly internal."""
    for target in service.values("LoadBalancers.*.TargetGroupArn"):
        group = target.follow("AWS::ElasticLoadBalancingV2::TargetGroup")
        for balancer in load_balancers(group) if group else ():
            if declared(balancer, "Scheme") == frozenset({"internal"}):
                yield balancer.logical_id


def _among_private_ones(model: TemplateModel) -> Iterator[Finding]:
    """The only service with public addresses, if nothing but security groups may reach it."""
    services = model.of_type("AWS::ECS::Service")
    if model.of_type("AWS::EC2::VPCEndpoint"):
        return  # the others may have no way out but these
    for service in services:
        others = [declared(other, _ASSIGN) for other in services if other != service]
        if not others or set(others) != {frozenset({"DISABLED"})}:
            continue
        for public in where(service, _ASSIGN, "ENABLED"):
            if any(True for _ in public.values("LoadBalancers")) or not _is_inside(public):
                continue
            for assign in public.values(_ASSIGN):
                yield Finding(
                    assign.path,
                    "tasks get public addresses although only security groups may reach them; set "
                    "AssignPublicIp to DISABLED, as the other services do",
                )


def _is_inside(service: Resource) -> bool:
    """Whether certainly nothing but other security groups may reach a service."""
    sets = list(attached(service))
    groups = [value.follow("AWS::EC2::SecurityGroup") for one in sets for value in one]
    if not groups or None in groups:
        return False
    rules = [rule for group in groups if group for rule in ingress(group)]
    return bool(rules) and all(
        rule.kind == "SourceSecurityGroupId" and rule.peer and rule.peer.reference for rule in rules
    )
