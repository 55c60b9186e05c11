"""E9718."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.health import balanced
from axonflow_cfn.model.security_groups import attached, can_reach
from axonflow_cfn.rule import DeployabilityRule, Finding


class LoadBalancerCannotCheckHealth(DeployabilityRule):
    """Security groups that let requests through and health checks not."""

    id = "E9718"
    shortdesc = "Security groups keep the load balancer from the health check port"
    description = (
        "The target group asks for health at a port of its own, and no security group lets the "
        "load balancer reach the tasks there: the targets never become healthy and ECS replaces "
        "the tasks until the deployment fails. Allow HealthCheckPort like the container port."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "target-group-health-checks.html"
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
        - IpProtocol: tcp
          FromPort: 8080
          ToPort: 8080
          SourceSecurityGroupId: !Ref BalancerGroup
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SecurityGroups: [!Ref BalancerGroup]}
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      {TargetType: ip, Port: 8080, Protocol: HTTP, VpcId: vpc-1, HealthCheckPort: '9090'}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: web:1
          PortMappings: [{ContainerPort: 8080}, {ContainerPort: 9090}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Group}]
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [!Ref TaskGroup]}
"""
    good = bad.replace("ToPort: 8080", "ToPort: 9090")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the security groups about the port of each check."""
        for item in balanced(model):
            for port in item.group.values("HealthCheckPort"):
                if port.number is None or port.number == item.port:
                    continue
                for balancer in load_balancers(item.group):
                    for sources in attached(balancer):
                        for targets in attached(item.service):
                            together = model.together(port, *sources, *targets) is not None
                            if together and can_reach(sources, targets, port.number) is False:
                                yield Finding(
                                    targets[0].path,
                                    f"{balancer.logical_id} can't reach {item.service.logical_id} "
                                    f"on TCP port {port.shown} to check its health; allow it",
                                )
