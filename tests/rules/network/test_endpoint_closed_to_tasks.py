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


GIVEN_VPC = """
Parameters:
  Vpc: {Type: AWS::EC2::VPC::Id}
  Other: {Type: AWS::EC2::VPC::Id}
  Subnets: {Type: List<AWS::EC2::Subnet::Id>}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
  Port: {Type: Number, Default: 80}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Tasks: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Tasks, VpcId: TASKS}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: PORT, ToPort: PORT,
            SourceSecurityGroupId: !GetAtt Tasks.GroupId}]
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      VpcEndpointType: Interface
      PrivateDnsEnabled: true
      ServiceName: !Join [., [com.amazonaws, !Ref AWS::Region, SERVES]]
      SecurityGroupIds: [!GetAtt Group.GroupId]
      SubnetIds: !Ref Subnets
  Secret: {Type: AWS::SecretsManager::Secret}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [LAUNCH]
      ContainerDefinitions:
        - Name: web
          Image: IMAGE
          Secrets: [{Name: KEY, ValueFrom: !Ref Secret}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref Subnets,
            SecurityGroups: [!GetAtt Tasks.GroupId]}}
"""
OWN_REGION = "!Sub '1.dkr.ecr.${AWS::Region}.amazonaws.com/a:1'"


def _given(**changes: str) -> list[tuple[str, str]]:
    parts = {"SERVES": "secretsmanager", "LAUNCH": "FARGATE", "TASKS": "!Ref Vpc", "PORT": "80"}
    text = GIVEN_VPC
    for key, part in {**parts, "IMAGE": OWN_REGION, **changes}.items():
        text = text.replace(key, part)
    return report(text, "E9422")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"SERVES": "ecr.dkr"},
        {"PORT": "!If [Chosen, 80, 81]"},
    ],
)
def test_a_vpc_from_a_parameter(changes: dict[str, str]) -> None:
    message = "Service can't reach Endpoint on TCP port 443; let its security group in"
    expected = [("Resources/Endpoint/Properties/SecurityGroupIds/0", message)]
    assert _given(**changes) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"PORT": "443"},
        {"TASKS": "!Ref Other"},
        {"TASKS": "!ImportValue vpc"},
        {"PORT": "!Ref Port"},  # may be another than its default
        # Not what the tasks use, or not from the task's own groups.
        {"SERVES": "logs"},
        {"SERVES": "ecr.api", "IMAGE": "nginx:1"},
        {"SERVES": "ecr.api", "IMAGE": "1.dkr.ecr.us-east-1.amazonaws.com/a:1"},
        {"LAUNCH": "EC2"},
    ],
)
def test_another_vpc_or_nothing_needed(changes: dict[str, str]) -> None:
    assert _given(**changes) == []
