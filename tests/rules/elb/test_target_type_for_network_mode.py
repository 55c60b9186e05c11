import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: instance}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: web}]}
  Shared:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, Image: web}]}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: 80, VpcId: vpc-12345678, TargetType: VALUE}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Targets}]
  Instances:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: 80, VpcId: vpc-12345678, TargetType: instance}
  Other:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Shared
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 80
          TargetGroupArn: !Ref Instances
        - ContainerName: web
          ContainerPort: 81
          TargetGroupArn: !Ref Targets
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "instance",
            [
                (
                    "Resources/Service/Properties/LoadBalancers/0/TargetGroupArn",
                    (
                        "tasks with network mode awsvpc need TargetType ip, ${Targets} "
                        "has instance; change it"
                    ),
                ),
            ],
        ),
        (
            "!Ref AWS::NoValue",
            [
                (
                    "Resources/Service/Properties/LoadBalancers/0/TargetGroupArn",
                    (
                        "tasks with network mode awsvpc need TargetType ip, ${Targets} "
                        "has instance; change it"
                    ),
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Service/Properties/LoadBalancers/0/TargetGroupArn",
                    (
                        "tasks with network mode awsvpc need TargetType ip, ${Targets} "
                        "has instance; change it"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, ip, instance]",
            [
                (
                    "Resources/Other/Properties/LoadBalancers/1/TargetGroupArn",
                    (
                        "tasks with network mode bridge need TargetType instance, "
                        "${Targets} has ip; change it"
                    ),
                ),
                (
                    "Resources/Service/Properties/LoadBalancers/0/TargetGroupArn",
                    (
                        "tasks with network mode awsvpc need TargetType ip, ${Targets} "
                        "has instance; change it"
                    ),
                ),
            ],
        ),
        (
            "ip",
            [
                (
                    "Resources/Other/Properties/LoadBalancers/1/TargetGroupArn",
                    (
                        "tasks with network mode bridge need TargetType instance, "
                        "${Targets} has ip; change it"
                    ),
                ),
            ],
        ),
        ("!Ref Any", []),
        ("lambda", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9225") == expected
