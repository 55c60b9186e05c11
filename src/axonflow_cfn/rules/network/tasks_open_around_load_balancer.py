"""W9411."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.load_balancers import TARGET_GROUP, kind
from axonflow_cfn.model.security_groups import attached, everyone, ingress, is_everything
from axonflow_cfn.rule import DeployabilityRule, Finding


class TasksOpenAroundLoadBalancer(DeployabilityRule):
    """Tasks that anyone may reach without the load balancer."""

    id = "W9411"
    shortdesc = "Security group of load-balanced tasks is open to the internet"
    description = (
        "Whoever has a route to the tasks gets past the load balancer, its TLS, its web ACL "
        "and its logs. Let only the security group of the load balancer in."
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
        for service in model.of_type("AWS::ECS::Service"):
            balancers = list(_balancers(service))
            if not balancers:
                continue
            shared = {v.reference for b in balancers for groups in attached(b) for v in groups}
            for groups in attached(service):
                for value in groups:
                    group = value.follow("AWS::EC2::SecurityGroup")
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
