import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
  Free: {Type: String}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Logs: {Type: AWS::Logs::LogGroup, DeletionPolicy: Retain, Properties: {LogGroupName: /app}}
""",
            [
                (
                    "Resources/Logs/DeletionPolicy",
                    (
                        "Logs is retained with the name /app, which the next deployment "
                        "needs; leave the name out or delete it"
                    ),
                ),
            ],
        ),
        (
            """
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: RetainExceptOnCreate
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}'}
""",
            [
                (
                    "Resources/Logs/DeletionPolicy",
                    (
                        "Logs is retained with the name /ecs/${AWS::StackName}, which the "
                        "next deployment needs; leave the name out or delete it"
                    ),
                ),
            ],
        ),
        (
            """
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    Properties: {LogGroupName: !If [IsDev, /app, !Ref 'AWS::NoValue']}
""",
            [
                (
                    "Resources/Logs/DeletionPolicy",
                    (
                        "Logs is retained with the name /app, which the next deployment "
                        "needs; leave the name out or delete it"
                    ),
                ),
            ],
        ),
        # The name can be chosen, is made by CloudFormation, is not known, or goes with the
        # resource.
        (
            """
  One:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    Properties: {LogGroupName: !Sub '/app/${Env}'}
  Two: {Type: AWS::Logs::LogGroup, DeletionPolicy: Retain}
  Three:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    Properties: {LogGroupName: !ImportValue x}
  Four: {Type: AWS::Logs::LogGroup, DeletionPolicy: Delete, Properties: {LogGroupName: /app}}
  Five: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /app}}
  Six: {Type: AWS::ECS::TaskDefinition, DeletionPolicy: Retain, Properties: {Family: app}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9005") == expected
