import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Algorithm: {Type: String, Default: weighted_random}
"""
RESOURCES = """  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetGroupAttributes: [BODY]}
"""
PLACE = "Resources/Targets/Properties/TargetGroupAttributes/"
SLOW = "{Key: slow_start.duration_seconds, Value: 30}"
ON = "{Key: load_balancing.algorithm.anomaly_mitigation, Value: 'on'}"
BY_DEFAULT = (
    "anomaly mitigation needs the algorithm weighted_random; add load_balancing.algorithm.type, "
    "which is round_robin by default"
)


def _algorithm(value: str) -> str:
    return f"{{Key: load_balancing.algorithm.type, Value: {value}}}"


def _slow(algorithm: str) -> str:
    return (
        f"slow start can't be combined with the algorithm {algorithm}; set it to 0, or choose "
        "round_robin"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{SLOW}, {_algorithm('least_outstanding_requests')}",
            [(PLACE + "0/Value", _slow("least_outstanding_requests"))],
        ),
        (
            f"{_algorithm('!Ref Algorithm')}, {SLOW}",
            [(PLACE + "1/Value", _slow("weighted_random (parameter Algorithm)"))],
        ),
        (
            (
                f"{_algorithm('!If [IsUsed, weighted_random, round_robin]')}, "
                f"!If [IsUsed, {SLOW}, !Ref AWS::NoValue]"
            ),
            [(PLACE + "1/Fn::If/1/Value", _slow("weighted_random"))],
        ),
        (ON, [(PLACE + "0/Value", BY_DEFAULT)]),
        (
            f"{ON}, {_algorithm('round_robin')}",
            [
                (
                    PLACE + "0/Value",
                    "anomaly mitigation needs the algorithm weighted_random, not round_robin",
                )
            ],
        ),
        (
            f"{ON}, !If [IsUsed, {_algorithm('weighted_random')}, !Ref AWS::NoValue]",
            [(PLACE + "0/Value", BY_DEFAULT)],
        ),
        (f"{ON}, {_algorithm('weighted_random')}", []),
        (f"{SLOW}, {_algorithm('round_robin')}", []),
        (f"{SLOW}, {_algorithm('!Ref Any')}", []),
        (f"{ON}, {_algorithm('!Ref Any')}", []),
        (f"{ON}, {{Key: !Ref Any, Value: weighted_random}}", []),
        (f"{SLOW}", []),
        (f"{SLOW.replace('30', '0')}, {_algorithm('weighted_random')}", []),
        (f"{SLOW.replace('30', '!Ref Any')}, {_algorithm('weighted_random')}", []),
        (f"{ON.replace('on', 'off')}", []),
        (
            (
                f"{_algorithm('!If [IsUsed, weighted_random, round_robin]')}, "
                f"!If [IsUsed, !Ref AWS::NoValue, {SLOW}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9241") == expected
