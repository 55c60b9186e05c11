"""E9701."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.security_groups import attached, can_reach
from axonflow_cfn.rule import DeployabilityRule, Finding


class LoadBalancerCannotReachTasks(DeployabilityRule):
    """Security groups that keep a load balancer from its targets."""

    id = "E9701"
    shortdesc = "Security groups keep the load balancer from the tasks"
    description = (
        "The targets never become healthy: ECS stops and replaces the tasks until the deployment "
        "fails. The groups of the load balancer must let traffic out to the container port, and "
        "a group of the tasks must let it in from there."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "load-balancer-update-security-groups.html"
    )
    tags = ["resources", "ecs", "elb", "ec2", "wiring"]
    bad = """
Resources:
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: alb}}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: tasks
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref BalancerGroup}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SecurityGroups: [!Ref BalancerGroup]}
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 8080, Protocol: HTTP}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref TargetGroup}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      LoadBalancers: [{ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref TargetGroup}]
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [!Ref TaskGroup]}
"""
    good = bad.replace("FromPort: 80, ToPort: 80,", "FromPort: 8080, ToPort: 8080,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow each service to its target groups and their load balancers."""
        for service in model.of_type("AWS::ECS::Service"):
            for entry in service.values("LoadBalancers.*"):
                for target, port in entry.cases("TargetGroupArn", "ContainerPort"):
                    group = target.follow("AWS::ElasticLoadBalancingV2::TargetGroup")
                    if group and port.number is not None:
                        for balancer in load_balancers(group):
                            yield from _between(balancer, service, port, port.number)


def _between(
    balancer: Resource, service: Resource, port: Value, number: float
) -> Iterator[Finding]:
    for sources in attached(balancer):
        for targets in attached(service):
            if port.given(targets[0].when) and can_reach(sources, targets, number) is False:
                yield Finding(
                    targets[0].path,
                    f"{balancer.logical_id} can't reach {service.logical_id} on TCP port "
                    f"{port.shown}: allow it out of the load balancer's groups and into these",
                )
