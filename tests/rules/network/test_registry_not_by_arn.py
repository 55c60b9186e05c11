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
    Properties: {NamespaceId: !Ref Any, DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {NetworkMode: awsvpc, ContainerDefinitions: [{Name: web, Image: web}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !Ref Discovery}]"),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    "${Discovery} is not an ARN; use GetAtt Discovery.Arn",
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !If "
                "[Chosen, !Ref Discovery, !GetAtt Discovery.Arn]}]"
            ),
            [
                (
                    ("Resources/Service/Properties/ServiceRegistries/0/RegistryArn/Fn::If/1"),
                    "${Discovery} is not an ARN; use GetAtt Discovery.Arn",
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Discovery.Name}]"
            ),
            [
                (
                    "Resources/Service/Properties/ServiceRegistries/0/RegistryArn",
                    "${Discovery.Name} is not an ARN; use GetAtt Discovery.Arn",
                ),
            ],
        ),
        (
            (
                "TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !GetAtt "
                "Discovery.Arn}]"
            ),
            [],
        ),
        ("TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !Ref Pick}]", []),
        ("TaskDefinition: !Ref Task, ServiceRegistries: [{RegistryArn: !Ref Any}]", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9432") == expected
