"""W9711."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.health import balanced, own_checks
from axonflow_cfn.rule import DeployabilityRule, Finding


class HealthPathsDiffer(DeployabilityRule):
    """A container and its target group that ask the same port for different paths."""

    id = "W9711"
    shortdesc = "Container and target group check health at different paths"
    description = (
        "Both ask the same container at the same port, one for another path than the other. "
        "Where one of them is misspelled, the answer is 404: the target or the container is never "
        "healthy, and ECS replaces the tasks until the deployment fails. Use one path for both."
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
      {TargetType: ip, Port: 80, Protocol: HTTP, VpcId: vpc-1, HealthCheckPath: /healthz}
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
      ContainerDefinitions:
        - Name: web
          Image: web:1
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/health || exit 1']}
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Group}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
"""
    good = bad.replace("/healthz", "/health")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the paths where both ask the same port."""
        for item in balanced(model):
            for check in own_checks(item.task):
                names = {name.text for (name,) in check.container.cases("Name")}
                if item.container not in names or (check.port or 80) != item.port:
                    continue
                for path, port in item.group.cases("HealthCheckPath", "HealthCheckPort"):
                    same_port = port.absent or port.text == "traffic-port"
                    wanted = (path.text or "").partition("?")[0].rstrip("/")
                    differs = path.text is not None and wanted != check.path.rstrip("/")
                    if same_port and differs and check.path.rstrip("/"):
                        yield Finding(
                            path.path,
                            f"{item.group.logical_id} asks {item.container} for {path.shown}, its "
                            f"own health check for {check.path}; use one path for both",
                        )
