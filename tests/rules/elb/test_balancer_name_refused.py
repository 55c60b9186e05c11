import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: web_alb}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Name: VALUE, Scheme: internal, SubnetMappings: !ImportValue subnets}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Name: VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "internal-web",
            [
                (
                    "Resources/Balancer/Properties/Name",
                    "Name internal-web must not begin with internal-; change it",
                ),
            ],
        ),
        (
            "web.alb",
            [
                (
                    "Resources/Balancer/Properties/Name",
                    ("Name web.alb may hold letters, digits and hyphens only; change it"),
                ),
                (
                    "Resources/Targets/Properties/Name",
                    ("Name web.alb may hold letters, digits and hyphens only; change it"),
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Balancer/Properties/Name",
                    (
                        "Name web_alb (parameter Pick) may hold letters, digits and "
                        "hyphens only; change it"
                    ),
                ),
                (
                    "Resources/Targets/Properties/Name",
                    (
                        "Name web_alb (parameter Pick) may hold letters, digits and "
                        "hyphens only; change it"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, -web, web]",
            [
                (
                    "Resources/Balancer/Properties/Name/Fn::If/1",
                    "Name -web must not begin or end with a hyphen; change it",
                ),
                (
                    "Resources/Targets/Properties/Name/Fn::If/1",
                    "Name -web must not begin or end with a hyphen; change it",
                ),
            ],
        ),
        (
            "!Sub 'web-${Any}-'",
            [
                (
                    "Resources/Balancer/Properties/Name",
                    "Name web-${Any}- must not begin or end with a hyphen; change it",
                ),
                (
                    "Resources/Targets/Properties/Name",
                    "Name web-${Any}- must not begin or end with a hyphen; change it",
                ),
            ],
        ),
        ("!Sub '${AWS::StackName}-alb'", []),
        ("!Ref Any", []),
        ("web-internal", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9229") == expected
