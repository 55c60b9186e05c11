import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: path}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Any
      Priority: 1
      Conditions: VALUE
      Actions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "[{Field: path, Values: [/a]}]",
            [
                (
                    "Resources/Rule/Properties/Conditions/0/Field",
                    (
                        "Field path does not exist; allowed: host-header, http-header, "
                        "http-request-method, path-pattern, query-string, source-ip"
                    ),
                ),
            ],
        ),
        (
            "[{Field: !Ref Pick, Values: [/a]}]",
            [
                (
                    "Resources/Rule/Properties/Conditions/0/Field",
                    (
                        "Field path (parameter Pick) does not exist; allowed: "
                        "host-header, http-header, http-request-method, path-pattern, "
                        "query-string, source-ip"
                    ),
                ),
            ],
        ),
        (
            ("[{Field: !If [Chosen, host-header, hostheader], Values: [a.example.com]}]"),
            [
                (
                    "Resources/Rule/Properties/Conditions/0/Field/Fn::If/2",
                    (
                        "Field hostheader does not exist; allowed: host-header, "
                        "http-header, http-request-method, path-pattern, query-string, "
                        "source-ip"
                    ),
                ),
            ],
        ),
        (
            "[]",
            [
                (
                    "Resources/Rule/Properties/Conditions",
                    "Conditions is empty; give at least one condition",
                ),
            ],
        ),
        (
            "[{Field: host-header, PathPatternConfig: {Values: [/a]}}]",
            [
                (
                    "Resources/Rule/Properties/Conditions/0/PathPatternConfig",
                    ("PathPatternConfig does not belong to host-header; give HostHeaderConfig"),
                ),
            ],
        ),
        (
            "[{Field: host-header, Values: [a.b, b.b, c.b, d.b, e.b, f.b]}]",
            [
                (
                    "Resources/Rule/Properties/Conditions",
                    "the conditions have 6 values; a rule can have 5: split it",
                ),
            ],
        ),
        (
            ("[{Field: path-pattern, Values: [/a]}, {Field: path-pattern, Values: [/b]}]"),
            [
                (
                    "Resources/Rule/Properties/Conditions",
                    ("path-pattern is there more than once; put all values into one condition"),
                ),
            ],
        ),
        (
            "[{Field: path-pattern, Values: ['']}]",
            [
                (
                    "Resources/Rule/Properties/Conditions/0/Values/0",
                    "a value has 0 characters; it can have 1 to 128",
                ),
            ],
        ),
        (
            (
                "[{Field: http-request-method, HttpRequestMethodConfig: {Values: "
                "[GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG"
                "GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG]}}]"
            ),
            [
                (
                    ("Resources/Rule/Properties/Conditions/0/HttpRequestMethodConfig/Values/0"),
                    "a value has 129 characters; it can have 1 to 128",
                ),
            ],
        ),
        ("[{Field: !Ref Any, Values: [!Ref Any]}]", []),
        ("!If [Chosen, [{Field: path-pattern, Values: [/a]}], []]", []),
        (
            (
                "[{Field: http-header, HttpHeaderConfig: {HttpHeaderName: X, Values: [a]}}, "
                "{Field: http-header, HttpHeaderConfig: {HttpHeaderName: Y, Values: [b]}}]"
            ),
            [],
        ),
        ("[{Field: source-ip, SourceIpConfig: {Values: [10.0.0.0/8]}}]", []),
        (
            (
                "[{Field: host-header, Values: [a.b, b.b, c.b, d.b, "
                "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"
                "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee]}]"
            ),
            [],
        ),
        (
            "[{Field: path-pattern, Values: [!If [Chosen, !Ref Any, '']]}]",
            [
                (
                    "Resources/Rule/Properties/Conditions/0/Values/0/Fn::If/2",
                    "a value has 0 characters; it can have 1 to 128",
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9213") == expected
