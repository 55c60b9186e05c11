"""E9241."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding

_ALGORITHM = "load_balancing.algorithm.type"
_MITIGATION = "load_balancing.algorithm.anomaly_mitigation"
_SLOW_START = "slow_start.duration_seconds"
_WITHOUT_SLOW_START = {"least_outstanding_requests", "weighted_random"}

Pair = tuple[Value, ...]


class TargetGroupAttributesConflict(DeployabilityRule):
    """Attributes of a target group of which one excludes the other."""

    id = "E9241"
    shortdesc = "Attributes of a target group exclude each other"
    description = (
        "Elastic Load Balancing refuses slow start together with the algorithms "
        "least_outstanding_requests and weighted_random, and anomaly mitigation with any other "
        "algorithm than weighted_random (round_robin is the default). Leave one of them out."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "edit-target-group-attributes.html"
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
      TargetGroupAttributes:
        - {Key: load_balancing.algorithm.type, Value: least_outstanding_requests}
        - {Key: slow_start.duration_seconds, Value: '60'}
"""
    good = bad.replace("'60'", "'0'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at all attributes of a target group together."""
        for group in model.of_type(TARGET_GROUP):
            for attributes in group.values("TargetGroupAttributes"):
                for listed in attributes.elements():
                    pairs = [pair for item in listed for pair in item.cases("Key", "Value")]
                    yield from _slow_start(pairs)
                    yield from _mitigation(pairs)


def _slow_start(pairs: list[Pair]) -> Iterator[Finding]:
    for key, value in pairs:
        if key.text == _SLOW_START and value.number:
            for algorithm in _algorithms(pairs, value):
                if algorithm.text in _WITHOUT_SLOW_START:
                    yield Finding(
                        value.path,
                        f"slow start can't be combined with the algorithm {algorithm.shown}; set "
                        "it to 0, or choose round_robin",
                    )


def _mitigation(pairs: list[Pair]) -> Iterator[Finding]:
    unknown = any(key.text is None for key, _ in pairs)
    for key, value in pairs:
        if key.text == _MITIGATION and value.text == "on":
            algorithms = list(_algorithms(pairs, value))
            for algorithm in algorithms:
                if algorithm.text not in {None, "weighted_random"}:
                    yield Finding(
                        value.path,
                        "anomaly mitigation needs the algorithm weighted_random, not "
                        f"{algorithm.shown}",
                    )
            if not algorithms and not unknown:
                yield Finding(
                    value.path,
                    "anomaly mitigation needs the algorithm weighted_random; add "
                    f"{_ALGORITHM}, which is round_robin by default",
                )


def _algorithms(pairs: list[Pair], beside: Value) -> Iterator[Value]:
    """The algorithms that an attribute can stand beside."""
    for key, value in pairs:
        if key.text == _ALGORITHM and value.model.together(value, beside) is not None:
            yield value
