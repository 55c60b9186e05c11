import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 80}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {NamespaceId: !Ref Any, DnsConfig: {DnsRecords: [{Type: SRV, TTL: 10}]}}
  Addresses:
    Type: AWS::ServiceDiscovery::Service
    Properties: {NamespaceId: !Ref Any, DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: web}]}
  Shared:
    Type: AWS::ECS::TaskDefinition
    Properties: {NetworkMode: bridge, ContainerDefinitions: [{Name: web, Image: web}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Discovery.Arn}]"
            ),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    (
                        "Discovery has SRV records, which need a port; add Port, or "
                        "ContainerName and ContainerPort"
                    ),
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !Ref "
                "Discovery, Port: 80}]"
            ),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    "${Discovery} is not an ARN; use GetAtt Discovery.Arn",
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Discovery.Arn, Port: !If [Chosen, 80, !Ref 'AWS::NoValue']}]"
            ),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    (
                        "Discovery has SRV records, which need a port; add Port, or "
                        "ContainerName and ContainerPort"
                    ),
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Shared, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Addresses.Arn}]"
            ),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    ("Addresses has A records, which need network mode awsvpc; use SRV records"),
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Discovery.Arn, Port: !Ref Pick}]"
            ),
            [],
        ),
        (
            (
                "TaskDefinition: !Ref Shared, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Discovery.Arn, ContainerName: web, ContainerPort: 80}]"
            ),
            [],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Addresses.Arn}]"
            ),
            [],
        ),
        ("TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !Ref Any}]", []),
        (
            (
                "TaskDefinition: !Ref Shared, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Addresses.Arn}], LaunchType: FARGATE"
            ),
            [],
        ),
        (
            (
                "TaskDefinition: !Ref Shared, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Addresses.Arn}], LaunchType: EC2"
            ),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    ("Addresses has A records, which need network mode awsvpc; use SRV records"),
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Shared, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Addresses.Arn}], NetworkConfiguration: !ImportValue network"
            ),
            [],
        ),
        (
            ("TaskDefinition: !Ref Any, ServiceRegistries: [{RegistryArn: !GetAtt Addresses.Arn}]"),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9432") == expected
