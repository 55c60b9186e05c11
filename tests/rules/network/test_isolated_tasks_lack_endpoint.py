import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: awslogs}
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
  Storage:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3',
          RouteTableIds: [!Ref Table]}
  Other:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Vpc, VpcEndpointType: Interface,
          ServiceName: !Sub 'com.amazonaws.${AWS::Region}.ecr.api', SubnetIds: [!Ref Subnet]}
  Secret: {Type: AWS::SecretsManager::Secret}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, VALUE}]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("Image: !Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/web:1'"),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Image",
                    (
                        "Service runs in subnets without route out and the VPC has no "
                        "endpoint for ecr.dkr; add one"
                    ),
                ),
            ],
        ),
        (
            "Image: !Ref Any, LogConfiguration: {LogDriver: !Ref Pick}",
            [
                (
                    ("Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/LogDriver"),
                    (
                        "Service runs in subnets without route out and the VPC has no "
                        "endpoint for logs; add one"
                    ),
                ),
            ],
        ),
        (
            (
                "Image: !Ref Any, Secrets: [{Name: A, ValueFrom: !Ref Secret}, {Name: B, "
                "ValueFrom: !Sub "
                "'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/a'}]"
            ),
            [
                (
                    ("Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom"),
                    (
                        "Service runs in subnets without route out and the VPC has no "
                        "endpoint for secretsmanager; add one"
                    ),
                ),
                (
                    ("Resources/Task/Properties/ContainerDefinitions/0/Secrets/1/ValueFrom"),
                    (
                        "Service runs in subnets without route out and the VPC has no "
                        "endpoint for ssm; add one"
                    ),
                ),
            ],
        ),
        (
            ("Image: !If [Chosen, '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1', !Ref Any]"),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Image/Fn::If/1",
                    (
                        "Service runs in subnets without route out and the VPC has no "
                        "endpoint for ecr.dkr; add one"
                    ),
                ),
            ],
        ),
        ("Image: !Ref Any", []),
        ("Image: !Ref Any, LogConfiguration: {LogDriver: json-file}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9436") == expected
