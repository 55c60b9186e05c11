"""E9225."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.load_balancers import TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding


class TargetTypeForNetworkMode(DeployabilityRule):
    """A target group of the wrong type for the tasks."""

    id = "E9225"
    shortdesc = "TargetType does not fit the network mode of the tasks"
    description = (
        "ECS refuses the service: tasks with network mode awsvpc, and so all Fargate tasks, "
        "are registered by IP address and need TargetType ip, which is not the default; bridge "
        "and host tasks are registered by instance and port."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"
    )
    tags = ["resources", "ecs", "elb"]
    bad = """
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: 80, VpcId: vpc-12345678}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Listener]
    Properties:
      LaunchType: FARGATE
      TaskDefinition: !ImportValue task
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !ImportValue subnets}}
"""
    good = bad.replace("{Protocol: HTTP, Port: 80,", "{TargetType: ip, Protocol: HTTP, Port: 80,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each target group of a service with the network mode of its tasks."""
        for service in model.of_type("AWS::ECS::Service"):
            for target in service.values("LoadBalancers.*.TargetGroupArn"):
                group = target.follow(TARGET_GROUP)
                for (kind,) in group.cases("TargetType") if group else ():
                    start = service.given(kind.when)
                    for mode in sorted(_modes(start)) if start else ():
                        wanted = "ip" if mode == "awsvpc" else "instance"
                        got = "instance" if kind.absent else kind.text
                        if got in {"ip", "instance"} and got != wanted:
                            yield Finding(
                                target.path,
                                f"tasks with network mode {mode} need TargetType {wanted}, "
                                f"{target.shown} has {got}; change it",
                            )


def _modes(service: Resource) -> set[str]:
    """The network modes that the tasks certainly have."""
    for value in (*service.values("LaunchType"), *service.values("NetworkConfiguration")):
        if value.text == "FARGATE" or isinstance(value.data, dict):
            return {"awsvpc"}
    found = {
        "bridge" if mode.absent else mode.text
        for task in task_definitions(service)
        for mode, system in task.cases("NetworkMode", "RuntimePlatform.OperatingSystemFamily")
        if mode.present or system.absent
    }
    return {mode for mode in found if mode in {"awsvpc", "bridge", "host"}}
