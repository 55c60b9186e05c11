import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: EC2}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {NetworkMode: !If [IsYes, awsvpc, bridge]}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, @}
"""
PATH = "Resources/Service/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "LaunchType: FARGATE, PlacementConstraints: [{Type: distinctInstance}]",
            [
                (
                    f"{PATH}/PlacementConstraints/0",
                    "PlacementConstraints is not supported on Fargate; remove it",
                )
            ],
        ),
        ("LaunchType: EC2, PlacementConstraints: [{Type: distinctInstance}]", []),
        (
            "LaunchType: !Ref Given, PlatformVersion: 1.4.0",
            [
                (
                    f"{PATH}/PlatformVersion",
                    "PlatformVersion is not supported off Fargate; remove it",
                )
            ],
        ),
        (
            (
                "LaunchType: !If [IsYes, FARGATE, EC2], PlatformVersion: !If "
                "[IsYes, LATEST, !Ref 'AWS::NoValue']"
            ),
            [],
        ),
        (
            (
                "LaunchType: !If [IsYes, EC2, FARGATE], PlatformVersion: !If "
                "[IsYes, LATEST, !Ref 'AWS::NoValue']"
            ),
            [
                (
                    f"{PATH}/PlatformVersion/Fn::If/1",
                    "PlatformVersion is not supported off Fargate; remove it",
                )
            ],
        ),
        ("PlatformVersion: LATEST", []),
        (
            (
                "LaunchType: EC2, NetworkConfiguration: !If [IsYes, "
                "{AwsvpcConfiguration: {AssignPublicIp: ENABLED}}, !Ref "
                "'AWS::NoValue']"
            ),
            [
                (
                    f"{PATH}/NetworkConfiguration/Fn::If/1/AwsvpcConfiguration/AssignPublicIp",
                    "AssignPublicIp ENABLED is not supported off Fargate; remove it",
                )
            ],
        ),
        (
            (
                "LaunchType: EC2, NetworkConfiguration: !If [IsYes, "
                "{AwsvpcConfiguration: {AssignPublicIp: DISABLED}}, !Ref "
                "'AWS::NoValue']"
            ),
            [],
        ),
        (
            "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s]}}",
            [
                (
                    f"{PATH}/NetworkConfiguration",
                    ("NetworkConfiguration is not supported in the bridge network mode; remove it"),
                )
            ],
        ),
        (
            "Role: !If [IsYes, r, !Ref 'AWS::NoValue']",
            [
                (
                    f"{PATH}/Role/Fn::If/1",
                    "Role is not supported in the awsvpc network mode; remove it",
                )
            ],
        ),
        ("Role: !If [IsYes, !Ref 'AWS::NoValue', r]", []),
        (
            "LoadBalancers: [{LoadBalancerName: classic}]",
            [
                (
                    f"{PATH}/LoadBalancers/0/LoadBalancerName",
                    ("LoadBalancerName is not supported in the awsvpc network mode; remove it"),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9129") == expected
