"""E9205."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.rule import DeployabilityRule, Finding


class RedirectLoop(DeployabilityRule):
    """A redirect to the very address that was asked for."""

    id = "E9205"
    shortdesc = "Redirect action leads back to its own listener"
    description = (
        "Elastic Load Balancing refuses a redirect that changes nothing, and browsers give up "
        "on one that leads back. At least one of protocol, host, port, path and query must "
        "change; what is left out stays as it was."
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
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions:
        - Type: redirect
          RedirectConfig: {Protocol: HTTPS, Port: '443', StatusCode: HTTP_301}
"""
    good = bad.replace("Port: 443", "Port: 80").replace(
        """      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates: [{CertificateArn: !ImportValue certificate}]
""",
        "      Protocol: HTTP\n",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare what each redirect of a default action sets with what its listener has."""
        for listener in model.of_type(LISTENER):
            for protocol, port in listener.cases("Protocol", "Port"):
                start = listener.given(port.when)
                if start is None or protocol.text is None or port.text is None:
                    continue
                for config in start.values("DefaultActions.*.RedirectConfig"):
                    for values in config.cases("Protocol", "Port", "Host", "Path", "Query"):
                        kept = zip(values, _kept(protocol.text, port.text), strict=True)
                        if all(value.absent or value.text in same for value, same in kept):
                            yield Finding(
                                config.path,
                                f"redirects {protocol.shown} on port {port.shown} to itself; "
                                "change the protocol, host, port, path or query",
                            )


def _kept(protocol: str, port: str) -> tuple[set[str], ...]:
    """For each part of the address, what leaves it as it is."""
    return (
        {"#{protocol}", protocol},
        {"#{port}", port},
        {"#{host}"},
        {"/#{path}"},
        {"#{query}"},
    )
