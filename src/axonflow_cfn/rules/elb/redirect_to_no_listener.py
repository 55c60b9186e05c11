"""W9208."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.model.vpc import exported
from axonflow_cfn.rule import DeployabilityRule, Finding


class RedirectToNoListener(DeployabilityRule):
    """A redirect to a port on which the load balancer does not listen."""

    id = "W9208"
    shortdesc = "Redirect leads to a port without a listener"
    description = (
        "Browsers follow the redirect and find the port closed. Add the listener, or redirect "
        "to a port that has one."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_RedirectActionConfig.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, Scheme: internal, SubnetMappings: !ImportValue subnets}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig: {Protocol: HTTPS, Port: '443', StatusCode: HTTP_301}
"""
    good = (
        bad
        + """
  Secure:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the redirects of each load balancer with its listeners."""
        for listener in model.of_type(LISTENER):
            for balancer in balancers(listener):
                ports = _ports(balancer)
                if ports is None:
                    continue
                for config in listener.values("DefaultActions.*.RedirectConfig"):
                    for port, host in config.cases("Port", "Host"):
                        same_host = host.absent or host.text == "#{host}"
                        if same_host and port.text and port.number and port.text not in ports:
                            yield Finding(
                                port.path,
                                f"redirects to port {port.shown}, where {balancer.logical_id} has "
                                "no listener; add one",
                            )


def _ports(balancer: Resource) -> set[str] | None:
    """Every port that a load balancer may listen on; None if others may add to it."""
    model = balancer.model
    users = model.users_of(balancer.logical_id)
    handed_on = exported(model, balancer.logical_id, *_HARMLESS)
    if handed_on or any(user.type.startswith(_STACKS) for user in users):
        return None
    found = [v.text for u in users if u.type == LISTENER for v in u.values("Port")]
    return None if None in found else {text for text in found if text}


_STACKS = ("AWS::CloudFormation::", "AWS::SSM::Parameter", "Custom::")
"""The beginnings of types that can hand a load balancer to others."""

_HARMLESS = ("CanonicalHostedZoneID", "DNSName", "LoadBalancerFullName")
"""Attributes by which nobody can add a listener."""
