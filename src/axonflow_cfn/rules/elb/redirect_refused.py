"""E9206."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.load_balancers import LISTENER, LISTENER_RULE, listeners
from axonflow_cfn.rule import DeployabilityRule, Finding


class RedirectRefused(DeployabilityRule):
    """A redirect with a part that the service refuses."""

    id = "E9206"
    shortdesc = "Redirect action has a part that is not allowed"
    description = (
        "Elastic Load Balancing refuses the listener: HTTPS can not be redirected to HTTP, a "
        "path must start with a slash, a port is 1 to 65535 or #{port}, and a query has no "
        "leading question mark."
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
        - Type: redirect
          RedirectConfig: {Protocol: HTTPS, Port: https, StatusCode: HTTP_301}
"""
    good = bad.replace("Port: https", "Port: '443'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at every part of every redirect."""
        for item in model.of_type(LISTENER, LISTENER_RULE):
            for key in ("DefaultActions", "Actions"):
                for config in item.values(f"{key}.*.RedirectConfig"):
                    yield from _parts(config)
                    for protocol in config.values("Protocol"):
                        if protocol.text == "HTTP" and _is_https(item, protocol):
                            yield Finding(
                                protocol.path,
                                "HTTPS can't be redirected to HTTP; redirect to HTTPS",
                            )


def _is_https(item: Resource, protocol: Value) -> bool:
    start = item.given(protocol.when)
    found = [
        value.text for on in (listeners(start) if start else ()) for value in on.values("Protocol")
    ]
    return bool(found) and set(found) == {"HTTPS"}


def _parts(config: Value) -> Iterator[Finding]:
    for path in config.values("Path"):
        first = next(iter(path.parts), "/")
        if isinstance(first, str) and not first.startswith("/"):
            yield Finding(path.path, f"redirect Path {path.shown} must start with a slash")
    for port in config.values("Port"):
        number = port.number
        if port.text not in {None, "#{port}"} and not (number and 1 <= number <= 65535):  # noqa: PLR2004 - TCP
            yield Finding(port.path, f"redirect Port {port.shown} must be 1 to 65535 or #{{port}}")
    for query in config.values("Query"):
        if (query.text or "").startswith("?"):
            yield Finding(query.path, f"redirect Query {query.shown} must not start with a ?")
