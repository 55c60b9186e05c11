import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: Number}
  Long: {Type: Number, Default: 600}
  Odd: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  IsOdd: !Equals [!Ref Odd, 'yes']
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: vpc-12345678}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: A, TTL: SECONDS}]}
  Web:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: web, ServiceRegistries: [{RegistryArn: REGISTRY}]}
"""
OURS = "!GetAtt Discovery.Arn"
PLACE = "Resources/Discovery/Properties/DnsConfig/DnsRecords/0/TTL"


def said(seconds: str) -> str:
    return f"clients may use an address of Web for {seconds} seconds after its task has gone; give 10 to 60"


@pytest.mark.parametrize(
    ("registry", "seconds", "expected"),
    [
        (OURS, "300", [(PLACE, said("300"))]),
        (OURS, "!If [IsOdd, 10, '86400']", [(f"{PLACE}/Fn::If/2", said("86400"))]),
        (OURS, "!Ref Long", [(PLACE, said("600 (parameter Long)"))]),
        (OURS, "60", []),
        (OURS, "299", []),
        (OURS, "!Ref Any", []),
        # Instances that others register may keep their addresses.
        ("arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1", "86400", []),
    ],
)
def test_cases(registry: str, seconds: str, expected: list[tuple[str, str]]) -> None:
    text = TEMPLATE.replace("SECONDS", seconds).replace("REGISTRY", registry)
    assert report(text, "W9447") == expected
