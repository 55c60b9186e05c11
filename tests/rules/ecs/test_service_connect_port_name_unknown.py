import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: web}
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
            "ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: !Ref Given}]}",
            [
                (
                    f"{PATH}/ServiceConnectConfiguration/Services/0/PortName",
                    ("no port mapping of Task is named 'web (parameter Given)'; it has http"),
                )
            ],
        ),
        (
            (
                "ServiceConnectConfiguration: {Enabled: true, Services: "
                "[{PortName: !If [IsYes, http, api]}]}"
            ),
            [
                (
                    f"{PATH}/ServiceConnectConfiguration/Services/0/PortName/Fn::If/2",
                    "no port mapping of Task is named 'api'; it has http",
                )
            ],
        ),
        ("ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: http}]}", []),
        ("ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: !Ref Any}]}", []),
        (
            "VpcLatticeConfigurations: [{PortName: web}]",
            [
                (
                    f"{PATH}/VpcLatticeConfigurations/0/PortName",
                    "no port mapping of Task is named 'web'; it has http",
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9132") == expected
