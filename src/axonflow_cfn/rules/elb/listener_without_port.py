"""E9216."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancers import LISTENER, kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class ListenerWithoutPort(DeployabilityRule):
    """A listener that does not say where it listens."""

    id = "E9216"
    shortdesc = "Listener has no Port or no Protocol"
    description = (
        "Elastic Load Balancing refuses the listener of an application or network load "
        "balancer without them, though both are optional in the schema because the listeners "
        "of gateway load balancers have neither."
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
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace("Protocol: HTTP", "Protocol: HTTP\n      Port: 80")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the listeners of load balancers of a known type."""
        for listener in model.of_type(LISTENER):
            for balancer in balancers(listener):
                for (form,) in balancer.cases("Type"):
                    start = listener.given(form.when)
                    if start is None or kind(form) not in {"application", "network"}:
                        continue
                    for values in start.cases("Protocol", "Port"):
                        for name, value in zip(("Protocol", "Port"), values, strict=True):
                            if value.absent and any(v.present for v in values):
                                yield Finding(value.path, f"listener has no {name}; add it")
