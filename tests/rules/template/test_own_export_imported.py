import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Outputs:
  Topic: {Value: x, Export: {Name: !Sub '${AWS::StackName}-dev'}}
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: {'Fn::ImportValue': !Sub '${AWS::StackName}-${Env}'}}
""",
            [
                (
                    "Resources/Parameter/Properties/Value",
                    (
                        "${AWS::StackName}-dev is exported by Topic of this template and does"
                        " not exist before the stack does; refer to its value directly"
                    ),
                ),
            ],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: !If [IsDev, {'Fn::ImportValue': !Sub '${AWS::StackName}-dev'}, x]}
""",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::If/1",
                    (
                        "${AWS::StackName}-dev is exported by Topic of this template and does"
                        " not exist before the stack does; refer to its value directly"
                    ),
                ),
            ],
        ),
        # Another stack's, not known.
        (
            """
  Parameter: {Type: AWS::SSM::Parameter, Properties: {Value: !ImportValue other}}
""",
            [],
        ),
        (
            """
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Value: {'Fn::ImportValue': !Select [0, !Ref Env]}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9034") == expected
