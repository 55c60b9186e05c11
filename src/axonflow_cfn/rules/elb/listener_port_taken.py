"""E9211."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.rule import DeployabilityRule, Finding


class ListenerPortTaken(DeployabilityRule):
    """Two listeners on one port."""

    id = "E9211"
    shortdesc = "Two listeners of a load balancer have the same port"
    description = (
        "The second one is refused: a listener on this port already exists for this load "
        "balancer. A TCP and a UDP service on one port need a single TCP_UDP listener. Give "
        "one of them another port, or merge them by listener rules."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "load-balancer-listeners.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, Scheme: internal, SubnetMappings: !ImportValue subnets}
  First:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
  Second:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = "81".join(bad.rsplit("80", 1))

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every two listeners."""
        found = [
            (listener, balancer, port)
            for listener in model.of_type(LISTENER)
            for balancer, port in listener.cases("LoadBalancerArn", "Port")
            if port.text and balancer.parts
        ]
        for (first, its, port), (second, others, other) in combinations(found, 2):
            same = its.parts == others.parts and UNKNOWN not in its.parts
            distinct = first.logical_id != second.logical_id
            if same and distinct and port.text == other.text and model.together(port, other):
                yield Finding(
                    other.path,
                    f"{first.logical_id} already listens on port {other.shown} of {others.shown}; "
                    "use another port",
                )
