import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Name: {Type: String, Default: app}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: BODY
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "app",
            [
                (
                    "Resources/Role/Properties/RoleName",
                    (
                        "RoleName app can exist once in an account; leave it out or add the "
                        "stack's name"
                    ),
                )
            ],
        ),
        (
            "!Join ['-', [app, task]]",
            [
                (
                    "Resources/Role/Properties/RoleName",
                    (
                        "RoleName app-task can exist once in an account; leave it out or add "
                        "the stack's name"
                    ),
                )
            ],
        ),
        (
            "!If [IsUsed, app, !Ref AWS::NoValue]",
            [
                (
                    "Resources/Role/Properties/RoleName/Fn::If/1",
                    (
                        "RoleName app can exist once in an account; leave it out or add the "
                        "stack's name"
                    ),
                )
            ],
        ),
        ("!Sub '${AWS::StackName}-app'", []),
        # a parameter, which each stack can set
        ("!Ref Name", []),
        ("!Ref Any", []),
        ("!Ref AWS::NoValue", []),
        ("dms-vpc-role", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9520") == expected
