"""E9210."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import forwards
from axonflow_cfn.model.load_balancers import LISTENER, LISTENER_RULE, TARGET_GROUP, listeners
from axonflow_cfn.rule import DeployabilityRule, Finding

_TAKES = {
    "HTTP": ("HTTP", "HTTPS"),
    "HTTPS": ("HTTP", "HTTPS"),
    "TCP": ("TCP", "TLS", "TCP_UDP"),
    "TLS": ("TCP", "TLS", "TCP_UDP"),
    "UDP": ("UDP", "TCP_UDP"),
    "TCP_UDP": ("TCP_UDP",),
}
"""The protocols of target groups that a listener forwards to."""


class TargetGroupProtocolForOtherListener(DeployabilityRule):
    """A target group that the listener can not forward to."""

    id = "E9210"
    shortdesc = "Target group protocol does not fit the listener"
    description = (
        "Elastic Load Balancing refuses the action. HTTP and HTTPS listeners forward to HTTP "
        "and HTTPS target groups, TCP and TLS listeners to TCP, TLS and TCP_UDP, UDP to UDP "
        "and TCP_UDP, TCP_UDP to TCP_UDP alone; a GRPC target group needs an HTTPS listener."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateTargetGroup.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Protocol: HTTP, Port: 80, VpcId: vpc-12345678}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: TCP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
"""
    good = bad.replace("Protocol: TCP", "Protocol: HTTP")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each listener with the target groups that it and its rules forward to."""
        for item in model.of_type(LISTENER, LISTENER_RULE):
            for target in forwards(item):
                group = target.follow(TARGET_GROUP)
                for listener in listeners(item) if group else ():
                    start = listener.given(target.when)
                    for front in start.values("Protocol") if start else ():
                        there = group.given(front.when) if group else None
                        for back, version in (
                            there.cases("Protocol", "ProtocolVersion") if there else ()
                        ):
                            allowed = _TAKES.get(front.text or "")
                            if back.text and allowed and back.text not in allowed:
                                yield Finding(
                                    target.path,
                                    f"{front.shown} listener can't forward to {back.shown} target "
                                    f"groups; allowed: {', '.join(allowed)}",
                                )
                            elif version.text == "GRPC" and front.text == "HTTP":
                                yield Finding(
                                    target.path,
                                    "HTTP listener can't forward to a GRPC target group; use HTTPS",
                                )
