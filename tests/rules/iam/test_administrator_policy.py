import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn: {Type: String, Default: 'arn:aws:iam::aws:policy/AdministratorAccess'}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      ManagedPolicyArns: BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "[arn:aws:iam::aws:policy/AdministratorAccess]",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    "AdministratorAccess makes Role an administrator; attach only what is used",
                )
            ],
        ),
        (
            "[!Sub 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess']",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    "PowerUserAccess makes Role an administrator; attach only what is used",
                )
            ],
        ),
        (
            "[!Ref Arn]",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    "AdministratorAccess makes Role an administrator; attach only what is used",
                )
            ],
        ),
        (
            "[!If [IsUsed, 'arn:aws:iam::aws:policy/IAMFullAccess', !Ref AWS::NoValue]]",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0/Fn::If/1",
                    "IAMFullAccess makes Role an administrator; attach only what is used",
                )
            ],
        ),
        ("[arn:aws:iam::aws:policy/ReadOnlyAccess]", []),
        ("[!Ref Any]", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9512") == expected
