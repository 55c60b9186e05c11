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


AMONG = """
Parameters:
  Assign: {Type: String, Default: ENABLED}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  WebGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Web}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Api
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref WebGroup}
  Web:
    Type: AWS::ECS::Service
    Properties:
      LoadBalancers: [{TargetGroupArn: !Ref Any}]
      NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: DISABLED}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      NetworkConfiguration:
        AwsvpcConfiguration: {AssignPublicIp: @, SecurityGroups: [!Ref Group]}
"""
INSIDE = (
    "tasks get public addresses although only security groups may reach them; set AssignPublicIp "
    "to DISABLED, as the other services do"
)


@pytest.mark.parametrize(
    ("assign", "old", "new", "end"),
    [
        ("ENABLED", "", "", ""),
        ("!If [IsYes, ENABLED, DISABLED]", "", "", "/Fn::If/1"),
        ("!Ref Assign", "", "", ""),
        ("DISABLED", "", "", None),
        ("!Ref Any", "", "", None),
        # The others need public addresses as well, or may do.
        ("ENABLED", "Ip: DISABLED", "Ip: ENABLED", None),
        ("ENABLED", "Ip: DISABLED", "Ip: !Ref Any", None),
        ("ENABLED", "AssignPublicIp: DISABLED", "Subnets: [!Ref Any]", None),
        # Others may reach it.
        ("ENABLED", "SourceSecurityGroupId: !Ref WebGroup", "CidrIp: 10.0.0.0/8", None),
        ("ENABLED", "SourceSecurityGroupId: !Ref WebGroup", "CidrIp: !Ref Any", None),
        ("ENABLED", "Groups: [!Ref Group]", "Groups: [!Ref Any]", None),
        ("ENABLED", "LaunchType: FARGATE", "LoadBalancers: [{TargetGroupArn: !Ref Any}]", None),
        # The others may have their way out by endpoints alone.
        ("ENABLED", "  WebGroup:", "  E: {Type: AWS::EC2::VPCEndpoint}\n  WebGroup:", None),
    ],
)
def test_services_among_private_ones(assign: str, old: str, new: str, end: str | None) -> None:
    source = AMONG.replace(old, new, 1) if old else AMONG
    assert source != AMONG or not old
    found = report(source.replace("@", assign), "W9150")
    assert found == ([(f"{PATH}/AssignPublicIp{end}", INSIDE)] if end is not None else [])
