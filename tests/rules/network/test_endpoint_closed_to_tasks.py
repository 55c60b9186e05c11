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
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Tasks: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Tasks, VpcId: !Ref Vpc}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group, VpcId: !Ref Vpc, SecurityGroupIngress: [VALUE]}
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
      ServiceName: !Sub com.amazonaws.${AWS::Region}.logs
      SecurityGroupIds: [!Ref Group]
      SubnetIds: [!Ref Subnet]
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet],
            SecurityGroups: [!Ref Tasks]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("{IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref Tasks}"),
            [
                (
                    "Resources/Endpoint/Properties/SecurityGroupIds/0",
                    ("Service can't reach Endpoint on TCP port 443; let its security group in"),
                ),
            ],
        ),
        (
            "",
            [
                (
                    "Resources/Endpoint/Properties/SecurityGroupIds/0",
                    ("Service can't reach Endpoint on TCP port 443; let its security group in"),
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: !If [Chosen, 80, 81], ToPort: !If [Chosen, "
                "80, 81], SourceSecurityGroupId: !Ref Tasks}"
            ),
            [
                (
                    "Resources/Endpoint/Properties/SecurityGroupIds/0",
                    ("Service can't reach Endpoint on TCP port 443; let its security group in"),
                ),
            ],
        ),
        (("{IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Tasks}"), []),
        (
            (
                "{IpProtocol: tcp, FromPort: !Ref Any, ToPort: !Ref Any, "
                "SourceSecurityGroupId: !Ref Tasks}"
            ),
            [],
        ),
        ("{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}", []),
        ("{IpProtocol: '-1', SourceSecurityGroupId: !Ref Tasks}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9422") == expected
