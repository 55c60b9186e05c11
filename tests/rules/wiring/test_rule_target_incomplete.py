import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Machine: {Type: AWS::StepFunctions::StateMachine}
  Function: {Type: AWS::Lambda::Function}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ExecutionRoleArn: !GetAtt Execution.Arn, ContainerDefinitions: []}
  Execution: {Type: AWS::IAM::Role, Properties: {}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !Ref Machine}]}}
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0",
                    "target Machine has no RoleArn; give a role that events.amazonaws.com assumes",
                ),
            ],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !GetAtt Cluster.Arn, RoleArn: x}]}
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0",
                    "target Cluster has no EcsParameters; name the task definition there",
                ),
            ],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !If [Odd, !GetAtt Cluster.Arn, !GetAtt Function.Arn]}]}
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0",
                    "target Cluster has no EcsParameters; name the task definition there",
                ),
                (
                    "Resources/Rule/Properties/Targets/0",
                    "target Cluster has no RoleArn; give a role that events.amazonaws.com assumes",
                ),
            ],
        ),
        # All there, needless, given by the rule, not known.
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: a
          Arn: !GetAtt Cluster.Arn
          RoleArn: !Ref Free
          EcsParameters: {TaskDefinitionArn: !Ref Task}
""",
            [],
        ),
        (
            """
  Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Function.Arn}]}}
""",
            [],
        ),
        (
            """
  Rule: {Type: AWS::Events::Rule, Properties: {RoleArn: x, Targets: [{Id: a, Arn: !Ref Machine}]}}
""",
            [],
        ),
        (
            """
  Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !Ref Free}]}}
""",
            [],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !Ref Machine, RoleArn: !ImportValue x}]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9733") == expected
