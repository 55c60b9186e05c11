"""W9150."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, Symbol, TemplateModel
from axonflow_cfn.model.ecs import load_balancers
from axonflow_cfn.rule import DeployabilityRule, Finding

_NETWORK = "NetworkConfiguration.AwsvpcConfiguration"


class PublicIpForPrivateTasks(DeployabilityRule):
    """Public addresses for tasks that are meant to be private."""

    id = "W9150"
    shortdesc = "Tasks in private subnets or behind an internal balancer get public IPs"
    description = (
        "AssignPublicIp ENABLED gives every task a public address. In a private subnet it is of no "
        "use, since the route goes through NAT; in a public one it puts tasks that only an "
        "internal load balancer should reach on the internet, behind nothing but their security "
        "group. Set it to DISABLED."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html"
    )
    tags = ["resources", "ecs", "security"]
    bad = """
Parameters:
  PrivateSubnet1: {Type: AWS::EC2::Subnet::Id}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration:
        AwsvpcConfiguration: {AssignPublicIp: ENABLED, Subnets: [!Ref PrivateSubnet1]}
"""
    good = bad.replace("ENABLED", "DISABLED")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the subnets and load balancers of services with public addresses."""
        for service in model.of_type("AWS::ECS::Service"):
            for assign in service.values(f"{_NETWORK}.AssignPublicIp"):
                under = service.given(assign.when) if assign.text == "ENABLED" else None
                for why in dict.fromkeys(_private(under)) if under else ():
                    yield Finding(
                        assign.path, f"tasks get public addresses although {why}; set DISABLED"
                    )


def _private(service: Resource) -> Iterator[str]:
    for subnet in service.values(f"{_NETWORK}.Subnets.*"):
        for part in subnet.parts:
            named = part.name if isinstance(part, Symbol) else ""
            name = subnet.reference.logical_id if subnet.reference else named
            if "private" in name.lower():
                yield f"{name} is a private subnet"
    for target in service.values("LoadBalancers.*.TargetGroupArn"):
        group = target.follow("AWS::ElasticLoadBalancingV2::TargetGroup")
        for balancer in load_balancers(group) if group else ():
            if any(scheme.text == "internal" for scheme in balancer.values("Scheme")):
                yield f"{balancer.logical_id} is internal"
