import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, AllowedValues: ['ssm:GetParameter'], Default: 'ssm:GetParameter'}
"""
RESOURCES = """  Group: {Type: AWS::Logs::LogGroup}
  Parameter: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: x}}
  Repository: {Type: AWS::ECR::Repository}
  Managed:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      ManagedPolicyArns:
        - !Sub arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy
  Inline:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: x
          PolicyDocument:
            Statement: [{Effect: Allow, Action: !Ref Act, Resource: '*'}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: !Ref "
                "Group}}}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/LogDriver",
                    (
                        "Inline may not logs:CreateLogStream and logs:PutLogEvents, which the "
                        "awslogs driver needs; allow it"
                    ),
                )
            ],
        ),
        # the managed policy creates no group
        (
            (
                "ExecutionRoleArn: !GetAtt Managed.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: x, "
                "awslogs-create-group: 'true'}}}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/LogDriver",
                    (
                        "Managed may not logs:CreateLogGroup, which the awslogs driver needs; "
                        "allow it"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !If [IsUsed, !GetAtt Managed.Arn, !GetAtt Inline.Arn]\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: !Ref "
                "Group}}}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/LogDriver",
                    (
                        "Inline may not logs:CreateLogStream and logs:PutLogEvents, which the "
                        "awslogs driver needs; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Managed.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: !Ref "
                "Group}}}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !Ref Any\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: !Ref "
                "Group}}}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "LogConfiguration: {LogDriver: splunk}}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9523") == expected
