"""W9207."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER, LISTENER_RULE, listeners
from axonflow_cfn.rule import DeployabilityRule, Finding


class RedirectKeepsPort80(DeployabilityRule):
    """A redirect to HTTPS that stays on port 80."""

    id = "W9207"
    shortdesc = "Redirect to HTTPS stays on the HTTP port"
    description = (
        "A redirect keeps the port unless it names one, so browsers are sent to "
        "https://host:80, where the load balancer answers in plain HTTP and the connection "
        "fails. Give Port: '443'."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_RedirectActionConfig.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - {Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}
"""
    good = bad.replace("Protocol: HTTPS,", "Protocol: HTTPS, Port: '443',")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for redirects that change the protocol only."""
        for item in model.of_type(LISTENER, LISTENER_RULE):
            for listener in listeners(item):
                for protocol in listener.values("Protocol"):
                    start = item.given(protocol.when)
                    if protocol.text == "HTTP" and start:
                        yield from _staying(start)


def _staying(item: Resource) -> Iterator[Finding]:
    for key in ("DefaultActions", "Actions"):
        for config in item.values(f"{key}.*.RedirectConfig"):
            for protocol, port in config.cases("Protocol", "Port"):
                if protocol.text == "HTTPS" and (port.absent or port.text == "#{port}"):
                    yield Finding(
                        protocol.path,
                        "redirects to HTTPS but keeps the port of the HTTP listener; "
                        "give Port: '443'",
                    )
