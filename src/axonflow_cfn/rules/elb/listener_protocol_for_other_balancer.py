"""E9209."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancers import LISTENER, family, kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class ListenerProtocolForOtherBalancer(DeployabilityRule):
    """A listener whose protocol its type of load balancer does not have."""

    id = "E9209"
    shortdesc = "Listener protocol does not exist on this type of load balancer"
    description = (
        "Elastic Load Balancing refuses the listener. An application load balancer listens to "
        "HTTP and HTTPS, a network load balancer to TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC, "
        "and the listener of a gateway load balancer has neither protocol nor port."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateListener.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, Scheme: internal, SubnetMappings: !ImportValue subnets}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace("Protocol: HTTP", "Protocol: TCP")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each listener with its load balancer."""
        for listener in model.of_type(LISTENER):
            for balancer in balancers(listener):
                for (form,) in balancer.cases("Type"):
                    start = listener.given(form.when)
                    for protocol in start.values("Protocol") if start else ():
                        wanted = kind(form)
                        if family(protocol) and wanted and family(protocol) != wanted:
                            yield Finding(
                                protocol.path,
                                f"{balancer.logical_id} is of type {_shown(form)}, which has no "
                                f"{protocol.shown} listeners; change the protocol or the type",
                            )


def _shown(form: Value) -> str:
    return "application" if form.absent else form.shown
