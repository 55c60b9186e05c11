import pytest
from linting import report

HEAD = """
Parameters: {Arn: {Type: String}}
Conditions: {Blue: !Equals [!Ref Arn, blue]}
Resources:
  TargetGroup: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 80}}
  Bucket: {Type: AWS::S3::Bucket, DependsOn: Listener}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {DefaultActions: [%s]}}
  Redirect:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {DefaultActions: [{Type: redirect}]}
  Rule: {Type: AWS::ElasticLoadBalancingV2::ListenerRule, Properties: {Actions: [%s]}}
  Service:
    Type: AWS::ECS::Service
    DependsOn: %s
    Properties: {LoadBalancers: [{TargetGroupArn: %s}]}
"""
PATH = "Resources/Service/Properties/LoadBalancers/0/TargetGroupArn"
PLAIN = "{Type: forward, TargetGroupArn: !Ref TargetGroup}"
WEIGHTED = "{ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref TargetGroup}]}}"
FIXED = "{Type: fixed-response}"
OWN = "!Ref TargetGroup"
WAIT = "Service starts too early: {} attaches TargetGroup; add it to DependsOn"
NONE = "Service starts too early: no listener attaches TargetGroup; add one that forwards to it"


@pytest.mark.parametrize(
    ("listener", "rule", "depends_on", "target", "expected"),
    [
        (PLAIN, FIXED, "[]", OWN, [(PATH, WAIT.format("Listener"))]),
        (WEIGHTED, FIXED, "Redirect", OWN, [(PATH, WAIT.format("Listener"))]),
        (FIXED, PLAIN, "Listener", OWN, [(PATH, WAIT.format("Rule"))]),
        (PLAIN, WEIGHTED, "Redirect", OWN, [(PATH, WAIT.format("Listener or Rule"))]),
        (FIXED, FIXED, "[Listener, Rule]", OWN, [(PATH, NONE)]),
        (
            PLAIN,
            FIXED,
            "[]",
            "!If [Blue, !Ref TargetGroup, !Ref Arn]",
            [(f"{PATH}/Fn::If/1", WAIT.format("Listener"))],
        ),
        (PLAIN, FIXED, "Listener", OWN, []),
        (PLAIN, FIXED, "[Redirect, Listener]", OWN, []),
        (PLAIN, FIXED, "Bucket", OWN, []),
        (WEIGHTED, FIXED, "[Listener]", OWN, []),
        (FIXED, PLAIN, "[Rule]", OWN, []),
        # The group may be attached from outside, or by a listener that is not transparent.
        (PLAIN, FIXED, "[]", "!Ref Arn", []),
        ("{Type: forward, TargetGroupArn: !Ref Arn}", FIXED, "[]", OWN, []),
        ("!ImportValue actions", FIXED, "[]", OWN, []),
    ],
)
def test_cases(
    listener: str, rule: str, depends_on: str, target: str, expected: list[tuple[str, str]]
) -> None:
    assert report(HEAD % (listener, rule, depends_on, target), "E9101") == expected
