"""E9101."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import forwards
from axonflow_cfn.rule import DeployabilityRule, Finding

_LISTENERS = (
    "AWS::ElasticLoadBalancingV2::Listener",
    "AWS::ElasticLoadBalancingV2::ListenerRule",
)


class ServiceBeforeItsListener(DeployabilityRule):
    """A service that can start before its target group belongs to a load balancer."""

    id = "E9101"
    shortdesc = "ECS service must wait for the listener that attaches its target group"
    description = (
        "ECS refuses a service whose target group no load balancer uses yet ('does not have an "
        "associated load balancer'). CloudFormation creates service and listener at the same time "
        "unless the service waits: name in its DependsOn the listener, or listener rule, whose "
        "forward action has the target group."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"
    )
    tags = ["resources", "ecs", "elb"]
    bad = """
Resources:
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 80, Protocol: HTTP, VpcId: vpc-1}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Sub arn:${AWS::Partition}:elasticloadbalancing:eu-west-1:1:loadbalancer/x
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref TargetGroup}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref TargetGroup}]
"""
    good = bad.replace("AWS::ECS::Service\n", "AWS::ECS::Service\n    DependsOn: [Listener]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for a listener with the target group among all that the service waits for."""
        listeners = model.of_type(*_LISTENERS)
        for service in model.of_type("AWS::ECS::Service"):
            before = model.waits_for(service.logical_id)
            for target in service.values("LoadBalancers.*.TargetGroupArn"):
                group = target.follow("AWS::ElasticLoadBalancingV2::TargetGroup")
                if group is None:
                    continue
                using = [item.logical_id for item in listeners if _attaches(item, target)]
                if using and before.isdisjoint(using):
                    message = (
                        f"{' or '.join(using)} attaches {group.logical_id}; add it to DependsOn"
                    )
                elif not using and all(t.reference for item in listeners for t in forwards(item)):
                    message = (
                        f"no listener attaches {group.logical_id}; add one that forwards to it"
                    )
                else:
                    continue
                yield Finding(target.path, f"{service.logical_id} starts too early: {message}")


def _attaches(listener: Resource, group: Value) -> bool:
    """Whether a listener mentions the group at all: enough not to raise an alarm."""
    wanted = group.reference
    return wanted is not None and any(
        mention.name == wanted.logical_id
        for mention in listener.model.mentions(listener.logical_id)
    )
