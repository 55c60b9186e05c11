"""W9204."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancers import LISTENER, actions, kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class PlainTextListenerOnTheInternet(DeployabilityRule):
    """An internet-facing load balancer that serves plain HTTP."""

    id = "W9204"
    shortdesc = "Internet-facing load balancer forwards plain HTTP"
    description = (
        "Requests, cookies and tokens cross the internet unencrypted. Serve them over HTTPS, "
        "and let the HTTP listener answer with a redirect to it."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "create-https-listener.html"
    )
    tags = ["resources", "elb", "security"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internet-facing, SubnetMappings: !ImportValue subnets}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace(
        "{Type: forward, TargetGroupArn: !ImportValue targets}",
        "{Type: redirect, RedirectConfig: {Protocol: HTTPS, Port: '443', StatusCode: HTTP_301}}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for forward actions on HTTP listeners of application load balancers."""
        for listener in model.of_type(LISTENER):
            for balancer in balancers(listener):
                for scheme, form in balancer.cases("Scheme", "Type"):
                    public = scheme.absent or scheme.text == "internet-facing"
                    start = listener.given(scheme.when)
                    if not public or kind(form) != "application" or start is None:
                        continue
                    for protocol in start.values("Protocol"):
                        below = start.given(protocol.when)
                        if protocol.text == "HTTP" and below:
                            yield from _forwards(below, balancer.logical_id)


def _forwards(listener: Resource, balancer: str) -> Iterator[Finding]:
    for listed in actions(listener):
        for action in listed:
            for form in action.values("Type"):
                if form.text == "forward":
                    yield Finding(
                        form.path,
                        f"{listener.logical_id} forwards plain HTTP on the internet-facing "
                        f"{balancer}; redirect to HTTPS instead",
                    )
