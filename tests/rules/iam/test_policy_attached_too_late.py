import pytest
from linting import report
from snippets import template

RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: x
      Roles: [!If [IsUsed, !Ref Role, !Ref Any]]
      PolicyDocument:
        Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "TaskRoleArn: !GetAtt Role.Arn}\n"
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties: {TaskDefinition: !Ref Task}"
            ),
            [
                (
                    "Resources/Service",
                    (
                        "Service does not wait for Policy, which is attached to its role Role; "
                        "add DependsOn"
                    ),
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !If [IsUsed, !GetAtt Role.Arn, !Ref Any]}\n"
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties: {TaskDefinition: !Ref Task}"
            ),
            [
                (
                    "Resources/Service",
                    (
                        "Service does not wait for Policy, which is attached to its role Role; "
                        "add DependsOn"
                    ),
                )
            ],
        ),
        (
            (
                "TaskRoleArn: !GetAtt Role.Arn}\n"
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    DependsOn: Policy\n"
                "    Properties: {TaskDefinition: !Ref Task}"
            ),
            [],
        ),
        # a parameter
        (
            (
                "TaskRoleArn: !Ref Any}\n"
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties: {TaskDefinition: !Ref Task}"
            ),
            [],
        ),
        (
            (
                "TaskRoleArn: !GetAtt Role.Arn}\n"
                "  Service:\n"
                "    Type: AWS::ECS::Service\n"
                "    Properties: {TaskDefinition: !Ref Any}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "W9546") == expected
