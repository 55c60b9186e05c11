"""E9218."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.load_balancers import TARGET_GROUP, family
from axonflow_cfn.rule import DeployabilityRule, Finding

_LAST_PORT = 65535
_NEVER = {"TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC"}
"""Protocols that no health check can use."""


class TargetGroupHealthCheck(DeployabilityRule):
    """A health check that the service refuses."""

    id = "E9218"
    shortdesc = "Target group health check has a value that is not allowed"
    description = (
        "Elastic Load Balancing refuses the target group. The path starts with a slash; the "
        "port is traffic-port or 1 to 65535; HTTP and HTTPS target groups are checked by HTTP "
        "or HTTPS; codes lie between 200 and 499, or 200 and 599 for network load balancers; "
        "gRPC codes, 0 to 99, belong to protocol version GRPC; only Lambda targets can do "
        "without checks."
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
    Properties:
      TargetType: ip
      Protocol: HTTP
      Port: 8080
      VpcId: vpc-12345678
      HealthCheckPath: health
"""
    good = bad.replace("Path: health", "Path: /health")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each property of the health check."""
        for group in model.of_type(TARGET_GROUP):
            for path in group.values("HealthCheckPath"):
                first = next(iter(path.parts), "/")
                if isinstance(first, str) and not first.startswith("/"):
                    yield Finding(
                        path.path, f"HealthCheckPath {path.shown} must start with a slash"
                    )
            for port in group.values("HealthCheckPort"):
                number = port.number
                if port.text not in {None, "traffic-port"} and not (
                    number and 1 <= number <= _LAST_PORT
                ):
                    yield Finding(
                        port.path,
                        f"HealthCheckPort {port.shown} must be traffic-port or 1 to {_LAST_PORT}",
                    )
            yield from _protocol(group)
            yield from _codes(group)


def _protocol(group: Resource) -> Iterator[Finding]:
    for protocol, check in group.cases("Protocol", "HealthCheckProtocol"):
        if check.text in _NEVER or (family(protocol) == "application" and check.text == "TCP"):
            yield Finding(
                check.path,
                f"HealthCheckProtocol {check.shown} can't check {protocol.shown} targets; "
                "use HTTP or HTTPS",
            )
    for kind, enabled in group.cases("TargetType", "HealthCheckEnabled"):
        if enabled.flag is False and (kind.absent or kind.text in {"instance", "ip", "alb"}):
            yield Finding(
                enabled.path, "only health checks of Lambda targets can be off; remove it"
            )


def _codes(group: Resource) -> Iterator[Finding]:
    for protocol, version, matcher in group.cases("Protocol", "ProtocolVersion", "Matcher"):
        if isinstance(matcher.data, dict):
            yield from _matched(protocol, version, matcher)


def _matched(protocol: Value, version: Value, matcher: Value) -> Iterator[Finding]:
    for http, grpc in matcher.cases("HttpCode", "GrpcCode"):
        highest = 599 if family(protocol) == "network" else 499
        if http.text is not None and not _within(http.text, 200, highest):
            yield Finding(
                http.path, f"HttpCode {http.shown} must be codes or ranges from 200 to {highest}"
            )
        if grpc.text is not None and not _within(grpc.text, 0, 99):
            yield Finding(grpc.path, f"GrpcCode {grpc.shown} must be codes or ranges from 0 to 99")
        used, other = ("GrpcCode", http) if version.text == "GRPC" else ("HttpCode", grpc)
        if other.present and (version.absent or version.text):
            name = version.shown if version.present else "HTTP1"
            yield Finding(other.path, f"protocol version {name} needs {used} instead")


def _within(codes: str, lowest: int, highest: int) -> bool:
    """Whether a text like '200,300-399' is in a range."""
    parts = [part.strip() for part in codes.split(",")]
    if not all(re.fullmatch(r"\d+(-\d+)?", part) for part in parts):
        return False
    return all(lowest <= int(n) <= highest for part in parts for n in part.split("-"))
