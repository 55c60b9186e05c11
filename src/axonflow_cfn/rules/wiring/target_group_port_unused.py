"""I9719."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.health import balanced
from axonflow_cfn.rule import DeployabilityRule, Finding


class TargetGroupPortUnused(DeployabilityRule):
    """A target group whose port is not the one its targets listen at."""

    id = "I9719"
    shortdesc = "Port of the target group is not the port of the container behind it"
    description = (
        "ECS registers each task with its own port, so the Port of the target group is never used. "
        "Who looks for the port there finds the wrong one, and a target that is registered by hand "
        "without a port would get it. State the container port."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-elasticloadbalancingv2-targetgroup.html#"
        "cfn-elasticloadbalancingv2-targetgroup-port"
    )
    tags = ["resources", "ecs", "elb", "wiring"]
    bad = """
Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 80, Protocol: HTTP, VpcId: vpc-1}
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
    good = bad.replace("ip, Port: 80,", "ip, Port: 8080,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the ports where tasks have addresses of their own."""
        for item in balanced(model):
            awsvpc = any(v.text == "awsvpc" for v in item.task.values("NetworkMode"))
            for port in item.group.values("Port") if awsvpc else ():
                if port.number is not None and port.number != item.port:
                    yield Finding(
                        port.path,
                        f"Port {port.shown} of {item.group.logical_id} is never used: ECS "
                        f"registers {item.container} at {item.port:g}; state that port",
                    )
