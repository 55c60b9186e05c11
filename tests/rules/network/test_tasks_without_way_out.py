import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: ENABLED}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Subnet}
VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: "
                "0.0.0.0/0, GatewayId: igw-12345678}\n"
            ),
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/Subnets/0"
                    ),
                    (
                        "${Subnet} routes to an internet gateway, which serves only "
                        "tasks with a public address; use a subnet behind a NAT gateway, "
                        "or AssignPublicIp ENABLED"
                    ),
                ),
            ],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "!If [Chosen, ENABLED, DISABLED]}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: "
                "0.0.0.0/0, GatewayId: igw-12345678}\n"
            ),
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/Subnets/0"
                    ),
                    (
                        "${Subnet} routes to an internet gateway, which serves only "
                        "tasks with a public address; use a subnet behind a NAT gateway, "
                        "or AssignPublicIp ENABLED"
                    ),
                ),
            ],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "ENABLED}\n"
            ),
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/Subnets/0"
                    ),
                    (
                        "${Subnet} has no route out, so tasks can't pull their image; "
                        "route it to a NAT gateway"
                    ),
                ),
            ],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: !Ref "
                "Any}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: !Ref "
                "AWS::NoValue}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "NatGatewayId: !Ref Any}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "ENABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "GatewayId: igw-12345678}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "TransitGatewayId: !Ref Any}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: EC2\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "GatewayId: igw-12345678}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: !Ref "
                "Pick}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "GatewayId: igw-12345678}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      LaunchType: FARGATE\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Endpoint:\n"
                "    Type: AWS::EC2::VPCEndpoint\n"
                "    Properties: {VpcId: !Ref Vpc, ServiceName: !Ref Any, RouteTableIds: "
                "[!Ref Table]}"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      TaskDefinition: !Ref Task\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: "
                "0.0.0.0/0, GatewayId: igw-12345678}\n"
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {RequiresCompatibilities: [FARGATE], "
                "ContainerDefinitions: []}\n"
            ),
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/Subnets/0"
                    ),
                    (
                        "${Subnet} routes to an internet gateway, which serves only "
                        "tasks with a public address; use a subnet behind a NAT gateway, "
                        "or AssignPublicIp ENABLED"
                    ),
                ),
            ],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      TaskDefinition: !Ref Task\n"
                "      CapacityProviderStrategy: !ImportValue strategy\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "GatewayId: igw-12345678}\n"
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[]}\n"
            ),
            [],
        ),
        (
            (
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties:\n"
                "      NetworkConfiguration:\n"
                "        AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: "
                "DISABLED}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "GatewayId: igw-12345678}\n"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9417") == expected
