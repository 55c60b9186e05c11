"""E9217."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import TARGET_GROUP, family
from axonflow_cfn.rule import DeployabilityRule, Finding

_TIMES = ("HealthCheckIntervalSeconds", "HealthCheckTimeoutSeconds")
_INTERVAL = 30.0
"""The default interval, in seconds, of every protocol but GENEVE and of no Lambda function."""
_HTTP_TIMEOUT = 5.0
"""The default timeout for HTTP and HTTPS; newer documents say 6 and 10."""


class TargetGroupTimeoutNotBelowInterval(DeployabilityRule):
    """A health check that is still waiting when the next one is due."""

    id = "E9217"
    shortdesc = "Target group health check timeout is not below its interval"
    description = (
        "Elastic Load Balancing refuses the target group: the health check interval must be "
        "greater than the timeout. For network load balancers they may be equal. A timeout "
        "left out is at least 5 seconds for HTTP."
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
      HealthCheckIntervalSeconds: 30
      HealthCheckTimeoutSeconds: 60
"""
    good = bad.replace("Seconds: 60", "Seconds: 5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the two, or the interval with the shortest default."""
        for group in model.of_type(TARGET_GROUP):
            for protocol, interval, timeout in group.cases("Protocol", *_TIMES):
                longest = interval.number if interval.present else _INTERVAL
                shortest = timeout.number if timeout.present else _default(protocol)
                if longest is None or shortest is None or (interval.absent and timeout.absent):
                    continue
                network = family(protocol) == "network"
                if shortest > longest or (shortest == longest and not network):
                    yield Finding(
                        timeout.path if timeout.present else interval.path,
                        f"timeout {_shown(timeout, shortest)} must be below the interval "
                        f"{_shown(interval, longest)}; shorten it or check less often",
                    )


def _default(protocol: Value) -> float | None:
    return _HTTP_TIMEOUT if protocol.text in {"HTTP", "HTTPS"} else None


def _shown(value: Value, number: float) -> str:
    return value.shown if value.present else f"{number:.0f} (default)"
