import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
  Subnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupName: !Sub '${AWS::StackName}-${Env}'
      DBSubnetGroupDescription: x
      SubnetIds: [subnet-1]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBSubnetGroupName: !Sub '${AWS::StackName}-dev'}
""",
            [
                (
                    "Resources/Database/Properties/DBSubnetGroupName",
                    "Database does not wait for Subnets but spells out its name; use !Ref Subnets",
                ),
            ],
        ),
        (
            """
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      DBSubnetGroupName: !If [IsDev, !Join ['-', [!Ref 'AWS::StackName', !Ref Env]], shared]
""",
            [
                (
                    "Resources/Database/Properties/DBSubnetGroupName/Fn::If/1",
                    "Database does not wait for Subnets but spells out its name; use !Ref Subnets",
                ),
            ],
        ),
        (
            """
  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [ecs-instance]}}
  Role: {Type: AWS::IAM::Role, Properties: {RoleName: ecs-instance}}
""",
            [
                (
                    "Resources/Profile/Properties/Roles/0",
                    "Profile does not wait for Role but spells out its name; use !Ref Role",
                ),
            ],
        ),
        # A Ref, an order by other means, another name, a name that is not known.
        (
            """
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBSubnetGroupName: !Ref Subnets}}
""",
            [],
        ),
        (
            """
  Database:
    Type: AWS::RDS::DBInstance
    DependsOn: Subnets
    Properties: {DBSubnetGroupName: !Sub '${AWS::StackName}-dev'}
""",
            [],
        ),
        # ECS takes an alarm that does not exist yet, which the alarm on the service needs.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: busy
      Dimensions: [{Name: ServiceName, Value: !GetAtt Service.Name}]
  Service:
    Type: AWS::ECS::Service
    Properties: {DeploymentConfiguration: {Alarms: {AlarmNames: [busy], Enable: true}}}
""",
            [],
        ),
        (
            """
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBSubnetGroupName: shared}}
""",
            [],
        ),
        (
            """
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBSubnetGroupName: !ImportValue subnets}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9007") == expected
