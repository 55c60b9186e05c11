import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: forward, AllowedValues: [forward, redirect]}
  Group: {Type: String}
"""
RESOURCES = """  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal}
  Other: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal}}
  App: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Admin: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTPS
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref App}]
  HttpsRule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Https
      Actions: [{Type: forward, TargetGroupArn: !Ref Group}]
  Http:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTP
      DefaultActions: [BODY]
"""
RULE = """  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Http
      Conditions: BODY
      Actions: [{Type: forward, TargetGroupArn: !Ref App}]
"""
REDIRECT = "{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}"
FORWARD = "{Type: forward, TargetGroupArn: !Ref App}"


def _report(resources: str, body: str) -> list[tuple[str, str]]:
    return report(template(resources, body, PARAMETERS), "W9242")


def _found(target: str = "${App}", by: str = "Https", path: str = "") -> list[tuple[str, str]]:
    return [
        (
            f"Resources/Http/Properties/DefaultActions/0{path}/Type",
            (
                f"Http forwards plain HTTP to {target}, which {by} serves over HTTPS; redirect to "
                "HTTPS instead"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (FORWARD, _found()),
        (
            "{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref App}]}}",
            _found(),
        ),
        (f"!If [IsUsed, {REDIRECT}, {FORWARD}]", _found(path="/Fn::If/2")),
        ("{Type: !Ref Kind, TargetGroupArn: !Ref App}", _found()),
        # The same target group, whichever it is.
        (FORWARD.replace("App", "Group"), _found("${Group}", "HttpsRule")),
        (FORWARD.replace("App", "Admin"), []),
        (FORWARD.replace("App", "Any"), []),
        (REDIRECT, []),
        ("{Type: !Ref Any, TargetGroupArn: !Ref App}", []),
        ("!Ref Any", []),
    ],
)
def test_default_actions(body: str, expected: list[tuple[str, str]]) -> None:
    assert _report(RESOURCES, body) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Scheme: internal", "Scheme: !Ref Any", _found()),
        # W9204 says it.
        ("Scheme: internal", "Scheme: internet-facing", []),
        ("Scheme: internal", "IpAddressType: ipv4", []),
        ("Scheme: internal", "Scheme: internal, Type: network", []),
        ("Protocol: HTTPS\n", "Protocol: !Ref Any\n", []),
        ("Protocol: HTTP\n", "Protocol: !Ref Any\n", []),
        ("!Ref Balancer\n      Protocol: HTTPS", "!Ref Other\n      Protocol: HTTPS", []),
        ("!Ref Balancer\n      Protocol: HTTPS", "!Ref Any\n      Protocol: HTTPS", []),
    ],
)
def test_listeners(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert old in RESOURCES
    assert _report(RESOURCES.replace(old, new, 1), FORWARD) == expected


def test_https_that_is_never_there_together_with_the_forward() -> None:
    only = RESOURCES.replace("    Type: AWS::ElasticLoadBalancingV2::Listener\n", "    Condition: "
                             "IsUsed\n    Type: AWS::ElasticLoadBalancingV2::Listener\n", 1)  # fmt: skip
    assert _report(only, f"!If [IsUsed, {REDIRECT}, {FORWARD}]") == []
    assert _report(only, f"!If [IsUsed, {FORWARD}, {REDIRECT}]") == _found(path="/Fn::If/1")


@pytest.mark.parametrize(
    ("conditions", "seen"),
    [
        ("[{Field: path-pattern, Values: ['/api/*']}]", True),
        ("[{Field: host-header, HostHeaderConfig: {Values: [a.example]}}]", True),
        ("[{Field: path-pattern, PathPatternConfig: {Values: ['/*']}}]", True),
        ("[{Field: path-pattern, Values: [/healthz]}]", False),
        ("[{Field: path-pattern, PathPatternConfig: {Values: ['/.well-known/*']}}]", False),
        ("[{Field: path-pattern, Values: [!Ref Any]}]", False),
        ("[{Field: source-ip, SourceIpConfig: {Values: [10.0.0.0/8]}}]", False),
        ("[{Field: !Ref Any, Values: [x]}]", False),
    ],
)
@pytest.mark.parametrize("scheme", ["internal", "internet-facing"])
def test_rules(conditions: str, scheme: str, *, seen: bool) -> None:
    http = RESOURCES.replace("[BODY]", f"[{REDIRECT}]").replace("internal", scheme)
    message = _found()[0][1].replace("Http forwards", "Rule forwards")
    assert _report(http + RULE, conditions) == (
        [("Resources/Rule/Properties/Actions/0/Type", message)] if seen else []
    )
