"""W9411."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.connections import connections
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.load_balancers import TARGET_GROUP, kind
from axonflow_cfn.model.security_groups import attached, everyone, ingress, is_everything
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUP = "AWS::EC2::SecurityGroup"
_ASSIGN = "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp"


class TasksOpenAroundLoadBalancer(DeployabilityRule):
    """Tasks that anyone may reach, though only a load balancer or another service should."""

    id = "W9411"
    shortdesc = "Security group of load-balanced or internal tasks is open to everyone"
    description = (
        "Whoever has a route to the tasks gets past the load balancer, its TLS, its web ACL "
        "and its logs. Let only the security group of the load balancer in. The same goes for a "
        "service that has none, and that other services of the template call by its name: let only "
        "their security groups in."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/security-network.html"
    )
    tags = ["resources", "ecs", "ec2", "elb", "security"]
    bad = """
Resources:
  BalancerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Load balancer
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}]
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}]
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internal
      SubnetMappings: !ImportValue subnets
      SecurityGroups: [!Ref BalancerGroup]
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Protocol: HTTP, Port: 8080, VpcId: vpc-12345678}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      TaskDefinition: !ImportValue task
      LoadBalancers: [{ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Targets}]
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [!ImportValue a], SecurityGroups: [!Ref TaskGroup]}
"""
    good = bad.replace(
        "ToPort: 8080, CidrIp: 0.0.0.0/0",
        "ToPort: 8080, SourceSecurityGroupId: !Ref BalancerGroup",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the rules of groups that tasks have and their load balancer has not."""
        yield from _internal(model)
        for service in model.of_type("AWS::ECS::Service"):
            balancers = list(_balancers(service))
            if not balancers:
                continue
            shared = {v.reference for b in balancers for groups in attached(b) for v in groups}
            for groups in attached(service):
                for value in groups:
                    group = value.follow(_GROUP)
                    if group is None or value.reference in shared:
                        continue
                    for rule in ingress(group):
                        if everyone(rule) and not is_everything(rule) and rule.protocol == "tcp":
                            yield Finding(
                                rule.path,
                                f"anyone may reach the tasks of {service.logical_id} around "
                                f"{balancers[0].logical_id}; let its security group in instead",
                            )


def _balancers(service: Resource) -> Iterator[Resource]:
    """The application load balancers with security groups in front of a service."""
    for target in service.values("LoadBalancers.*.TargetGroupArn"):
        group = target.follow(TARGET_GROUP)
        for balancer in load_balancers(group) if group else ():
            forms = {kind(form) for (form,) in balancer.cases("Type")}
            if forms == {"application"} and any(attached(balancer)):
                yield balancer


def _internal(model: TemplateModel) -> Iterator[Finding]:
    """The same for services without a load balancer that others of the template call."""
    called = [
        (one.client.logical_id, one.server.resource)
        for one in connections(model)
        if one.server.resource.type == "AWS::ECS::Service"
    ]
    for client, service in dict.fromkeys(called):
        own = list(attached(service)) if _is_hidden(service) else []
        for value in {value.reference: value for groups in own for value in groups}.values():
            group = value.follow(_GROUP)
            for rule in ingress(group) if group and _is_its_own(group, service) else ():
                if everyone(rule) and not is_everything(rule) and rule.protocol == "tcp":
                    yield Finding(
                        rule.path,
                        f"everyone with a route may reach the tasks of {service.logical_id}; let "
                        f"the security groups of its callers in instead, such as that of {client}",
                    )


def _is_hidden(service: Resource) -> bool:
    """Whether a service is certainly neither behind a load balancer nor on the internet."""
    return all(
        balancers.absent and (assign.absent or assign.text == "DISABLED")
        for balancers, assign in service.cases("LoadBalancers", _ASSIGN)
    )


def _is_its_own(group: Resource, service: Resource) -> bool:
    """Whether a group belongs to one service alone: others may have to be open."""
    users = group.model.users_of(group.logical_id)
    return all(
        user.logical_id == service.logical_id or user.type.startswith(_GROUP) for user in users
    )
