import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: internal}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  LoadBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal}
  Public:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: !If [IsYes, internal, internet-facing]}
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  PublicGroup: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref LoadBalancer, DefaultActions: [{Type: forward,
        TargetGroupArn: !Ref Group}]}
  PublicListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Public, DefaultActions: [{Type: forward,
        TargetGroupArn: !Ref PublicGroup}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "LoadBalancers: [{TargetGroupArn: !Ref Group}], "
                "NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: "
                "ENABLED}}"
            ),
            [
                (
                    f"{PATH}/AssignPublicIp",
                    (
                        "tasks get public addresses although LoadBalancer is internal; "
                        "set AssignPublicIp to DISABLED"
                    ),
                )
            ],
        ),
        (
            (
                "LoadBalancers: [{TargetGroupArn: !Ref Group}], "
                "NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: "
                "!If [IsYes, ENABLED, DISABLED]}}"
            ),
            [
                (
                    f"{PATH}/AssignPublicIp/Fn::If/1",
                    (
                        "tasks get public addresses although LoadBalancer is internal; "
                        "set AssignPublicIp to DISABLED"
                    ),
                )
            ],
        ),
        (
            (
                "LoadBalancers: [{TargetGroupArn: !Ref PublicGroup}], "
                "NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: "
                "ENABLED}}"
            ),
            [],
        ),
        (
            (
                "LoadBalancers: [{TargetGroupArn: !Ref Group}], "
                "NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: "
                "DISABLED}}"
            ),
            [],
        ),
        (
            (
                "LoadBalancers: [{TargetGroupArn: !Ref Group}], "
                "NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: "
                "!Ref Any}}"
            ),
            [],
        ),
        (
            (
                "LoadBalancers: [{TargetGroupArn: !Ref Any}], "
                "NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: "
                "ENABLED}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9150") == expected
