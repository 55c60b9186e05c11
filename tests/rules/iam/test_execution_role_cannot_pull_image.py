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
                "      ContainerDefinitions: [{Name: a, Image: "
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Image",
                    (
                        "Inline may not ecr:GetAuthorizationToken, "
                        "ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, "
                        "ecr:BatchGetImage, which pulling "
                        "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1 needs"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: !Sub "
                "'${Repository.RepositoryUri}:1'}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Image",
                    (
                        "Inline may not ecr:GetAuthorizationToken, "
                        "ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, "
                        "ecr:BatchGetImage, which pulling ${Repository.RepositoryUri}:1 needs"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: !If [IsUsed, !Sub "
                "'${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/a:1', nginx]}]"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Image/Fn::If/1",
                    (
                        "Inline may not ecr:GetAuthorizationToken, "
                        "ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, "
                        "ecr:BatchGetImage, which pulling "
                        "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/a:1 needs"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Managed.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: !Sub "
                "'${Repository.RepositoryUri}:1'}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: public.ecr.aws/nginx/nginx:1}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Inline.Arn\n"
                "      ContainerDefinitions: [{Name: a, Image: !Ref Any}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !Ref Any\n"
                "      ContainerDefinitions: [{Name: a, Image: !Sub "
                "'${Repository.RepositoryUri}:1'}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9524") == expected
