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
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: "
                "S, ValueFrom: !Ref Parameter}]}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Inline may not read the parameter ${Parameter}; allow it ssm:GetParameters",
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Managed.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: "
                "S, ValueFrom: /app/token}]}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Managed may not read the parameter /app/token; allow it ssm:GetParameters",
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: "
                "S, ValueFrom: !If [IsUsed, !Sub "
                "'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/x', "
                "'arn:aws:secretsmanager:us-east-1:123456789012:secret:x-abcdef']}]}]"
            ),
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom/Fn"
                        "::If/1"
                    ),
                    (
                        "Inline may not read the parameter "
                        "arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/x; allow it "
                        "ssm:GetParameters"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: "
                "S, ValueFrom: !Ref Any}]}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !Ref Any\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: "
                "S, ValueFrom: !Ref Parameter}]}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: "
                "S, ValueFrom: arn:aws:secretsmanager:us-east-1:123456789012:secret:x-ab"
                "cdef}]}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9526") == expected
