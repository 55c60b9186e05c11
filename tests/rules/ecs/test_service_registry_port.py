import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 8080}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  A: {Type: AWS::ServiceDiscovery::Service, Properties: {DnsConfig: {DnsRecords: [{Type: A}]}}}
  Srv: {Type: AWS::ServiceDiscovery::Service,
      Properties: {DnsConfig: {DnsRecords: [{Type: SRV}]}}}
  Some: {Type: AWS::ServiceDiscovery::Service,
      Properties: {DnsConfig: {DnsRecords: [{Type: !Ref Any}]}}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: awsvpc}}
  Bridge: {Type: AWS::ECS::TaskDefinition, Properties: {NetworkMode: bridge}}
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties/ServiceRegistries/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: "
                "!GetAtt A.Arn, Port: !Ref Given}]"
            ),
            [(f"{PATH}/Port", "A has no SRV record, so a port is refused; remove it")],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: "
                "!GetAtt A.Arn, ContainerPort: 80}]"
            ),
            [(f"{PATH}/ContainerPort", "A has no SRV record, so a port is refused; remove it")],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: "
                "!If [IsYes, !GetAtt A.Arn, !GetAtt Srv.Arn]}]"
            ),
            [
                (
                    f"{PATH}/RegistryArn/Fn::If/2",
                    "Srv has an SRV record; give ContainerName and ContainerPort",
                )
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: "
                "!GetAtt Srv.Arn, Port: 80}]"
            ),
            [],
        ),
        ("TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt A.Arn}]", []),
        ("TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt Some.Arn}]", []),
        (
            "TaskDefinition: !Ref Bridge, ServiceRegistries: [{RegistryArn: !GetAtt A.Arn}]",
            [
                (
                    f"{PATH}/RegistryArn",
                    (
                        "in the bridge network mode the registry needs an SRV record, "
                        "ContainerName and ContainerPort"
                    ),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9136") == expected
