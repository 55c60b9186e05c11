"""W9150."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.model.questions import declared, where
from axonflow_cfn.rule import DeployabilityRule, Finding

_ASSIGN = "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp"


class PublicIpBehindInternalBalancer(DeployabilityRule):
    """Public addresses for tasks that only an internal load balancer should reach."""

    id = "W9150"
    shortdesc = "Tasks behind an internal load balancer get public IP addresses"
    description = (
        "AssignPublicIp ENABLED gives every task a public address, so that in a public subnet "
        "nothing but its security group keeps the internet away from a service that is meant to be "
        "reached through an internal load balancer. Set it to DISABLED."
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
        """Look at the load balancers of services with public addresses."""
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
