import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: redirect}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "[{Type: forward}]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "forward action lacks TargetGroupArn or ForwardConfig; add it",
                ),
            ],
        ),
        (
            "[{Type: !Ref Pick}]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "redirect (parameter Pick) action lacks RedirectConfig; add it",
                ),
            ],
        ),
        (
            "[]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions",
                    (
                        "DefaultActions has 0 actions of type forward, redirect, "
                        "fixed-response; it must have one"
                    ),
                ),
            ],
        ),
        (
            "[{Type: fixed-response}]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "fixed-response action lacks FixedResponseConfig; add it",
                ),
            ],
        ),
        (
            (
                "!If [Chosen, [{Type: redirect}], [{Type: redirect, RedirectConfig: "
                "{StatusCode: HTTP_301, Host: a.example.com}}]]"
            ),
            [
                (
                    "Resources/Listener/Properties/DefaultActions/Fn::If/1/0/Type",
                    "redirect action lacks RedirectConfig; add it",
                ),
            ],
        ),
        (
            (
                "[{Type: forward, TargetGroupArn: !ImportValue a}, {Type: "
                "fixed-response, FixedResponseConfig: {StatusCode: '404'}}]"
            ),
            [
                (
                    "Resources/Listener/Properties/DefaultActions",
                    (
                        "DefaultActions has 2 actions of type forward, redirect, "
                        "fixed-response; it must have one"
                    ),
                ),
            ],
        ),
        (
            (
                "[{Type: authenticate-oidc, Order: 1, AuthenticateOidcConfig: {ClientId: "
                "a}}, {Type: forward, Order: 2, TargetGroupArn: !ImportValue a}]"
            ),
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "authenticate-oidc needs an HTTPS listener, this one is HTTP",
                ),
            ],
        ),
        (
            (
                "[{Type: jwt-validation, JwtValidationConfig: {Issuer: a}}, {Type: "
                "forward, TargetGroupArn: !ImportValue a}]"
            ),
            [
                (
                    "Resources/Listener/Properties/DefaultActions",
                    "DefaultActions has several actions; give each an Order",
                ),
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "jwt-validation needs an HTTPS listener, this one is HTTP",
                ),
            ],
        ),
        (
            (
                "[{Type: jwt-validation, Order: 2, JwtValidationConfig: {Issuer: a}}, "
                "{Type: forward, Order: 1, TargetGroupArn: !ImportValue a}]"
            ),
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "jwt-validation needs an HTTPS listener, this one is HTTP",
                ),
                (
                    "Resources/Listener/Properties/DefaultActions/1/Type",
                    "forward must be the last action by Order",
                ),
            ],
        ),
        ("[{Type: !Ref Any}]", []),
        ("!ImportValue actions", []),
        (
            (
                "[{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: "
                "!ImportValue a}]}}]"
            ),
            [],
        ),
        ("[{Type: forward, TargetGroupArn: !ImportValue a}]", []),
        (
            ("[{Type: authenticate-cognito, AuthenticateCognitoConfig: {UserPoolArn: a}}]"),
            [
                (
                    "Resources/Listener/Properties/DefaultActions",
                    (
                        "DefaultActions has 0 actions of type forward, redirect, "
                        "fixed-response; it must have one"
                    ),
                ),
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    "authenticate-cognito needs an HTTPS listener, this one is HTTP",
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9214") == expected
