"""W9709."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.health import balanced, mapped_ports
from axonflow_cfn.rule import DeployabilityRule, Finding


class HealthCheckPortNotMapped(DeployabilityRule):
    """A target group that asks its tasks for their health at a port they do not map."""

    id = "W9709"
    shortdesc = "Target group checks health at a port that no container maps"
    description = (
        "HealthCheckPort overrides the port that the targets are registered with. No container of "
        "the task maps this one, so most likely nobody answers there, the targets never become "
        "healthy and ECS replaces the tasks until the deployment fails. Leave HealthCheckPort out, "
        "or map the port that answers."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "target-group-health-checks.html"
    )
    tags = ["resources", "ecs", "elb", "wiring"]
    bad = """
Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      {TargetType: ip, Port: 8080, Protocol: HTTP, VpcId: vpc-1, HealthCheckPort: '8081'}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
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
      ContainerDefinitions: [{Name: web, Image: web:1, PortMappings: [{ContainerPort: 8080}]}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Group}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
"""
    good = bad.replace("'8081'", "traffic-port")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the port of each check with the mapped ones."""
        for item in balanced(model):
            ports = mapped_ports(item.task)
            awsvpc = any(v.text == "awsvpc" for v in item.task.values("NetworkMode"))
            # What speaks no HTTP has its health at a port of its own, which awsvpc need not map.
            http = all(v.text in {"HTTP", "HTTPS"} for v in item.group.values("Protocol"))
            for port in item.group.values("HealthCheckPort") if ports and awsvpc and http else ():
                if port.number is not None and ports and port.number not in ports:
                    mapped = ", ".join(f"{known:g}" for known in sorted(ports))
                    yield Finding(
                        port.path,
                        f"HealthCheckPort {port.shown} is mapped by no container of "
                        f"{item.task.logical_id}, which maps {mapped}; use traffic-port",
                    )
