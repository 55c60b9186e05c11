import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 81}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80,
        Name: http}]}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, @}
"""
PATH = "Resources/Service/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "LoadBalancers: [{ContainerName: app, ContainerPort: 80}]",
            [
                (
                    f"{PATH}/LoadBalancers/0/ContainerName",
                    "Task has no container named 'app'; it has web",
                )
            ],
        ),
        (
            "LoadBalancers: [{ContainerName: web, ContainerPort: !Ref Given}]",
            [
                (
                    f"{PATH}/LoadBalancers/0/ContainerPort",
                    "container web of Task maps no port 81 (parameter Given); it maps 80",
                )
            ],
        ),
        (
            "LoadBalancers: [{ContainerName: web, ContainerPort: !If [IsYes, 80, 8080]}]",
            [
                (
                    f"{PATH}/LoadBalancers/0/ContainerPort/Fn::If/2",
                    "container web of Task maps no port 8080; it maps 80",
                )
            ],
        ),
        ("LoadBalancers: [{ContainerName: web, ContainerPort: 80}]", []),
        ("LoadBalancers: [{ContainerName: web, ContainerPort: !Ref Any}]", []),
        ("LoadBalancers: [{ContainerName: !Ref Any, ContainerPort: 1}]", []),
        (
            "ServiceRegistries: [{RegistryArn: x, ContainerName: web, ContainerPort: 443}]",
            [
                (
                    f"{PATH}/ServiceRegistries/0/ContainerPort",
                    "container web of Task maps no port 443; it maps 80",
                )
            ],
        ),
        ("ServiceRegistries: [{RegistryArn: x}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9120") == expected
