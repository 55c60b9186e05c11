import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: lambda}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Function
      Principal: elasticloadbalancing.amazonaws.com
  Function:
    Type: AWS::Lambda::Function
    Properties: {Runtime: python3.13, Handler: a.b, Role: !ImportValue role, Code: {ZipFile: a}}
  Other:
    Type: AWS::Lambda::Function
    Properties: {Runtime: python3.13, Handler: a.b, Role: !ImportValue role, Code: {ZipFile: a}}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Properties: {TargetType: lambda, Targets: [{Id: !GetAtt Function.Arn}]}",
            [
                (
                    "Resources/Targets/Properties/Targets/0/Id",
                    "Targets must wait for Permission; add it to DependsOn",
                ),
            ],
        ),
        (
            "Properties: {TargetType: !Ref Pick, Targets: [{Id: !GetAtt Other.Arn}]}",
            [
                (
                    "Resources/Targets/Properties/Targets/0/Id",
                    (
                        "the load balancer may not call Other; add an "
                        "AWS::Lambda::Permission for elasticloadbalancing.amazonaws.com "
                        "and wait for it"
                    ),
                ),
            ],
        ),
        (
            (
                "DependsOn: Permission\n"
                "    Properties: {TargetType: lambda, Targets: [{Id: !GetAtt "
                "Function.Arn}, {Id: !Ref Any}]}"
            ),
            [
                (
                    "Resources/Targets/Properties/Targets",
                    "a group of Lambda targets can have one target",
                ),
            ],
        ),
        (
            (
                "DependsOn: Permission\n"
                "    Properties: {TargetType: lambda, Targets: [{Id: !If [Chosen, "
                "!GetAtt Function.Arn, !GetAtt Other.Arn]}]}"
            ),
            [
                (
                    "Resources/Targets/Properties/Targets/0/Id/Fn::If/2",
                    (
                        "the load balancer may not call Other; add an "
                        "AWS::Lambda::Permission for elasticloadbalancing.amazonaws.com "
                        "and wait for it"
                    ),
                ),
            ],
        ),
        (
            (
                "DependsOn: Permission\n"
                "    Properties: {TargetType: lambda, Targets: [{Id: !GetAtt Function.Arn}]}"
            ),
            [],
        ),
        ("Properties: {TargetType: lambda, Targets: [{Id: !Ref Any}]}", []),
        ("Properties: {TargetType: !Ref Any, Targets: [{Id: !GetAtt Other.Arn}]}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9224") == expected
