import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Account: {Type: String, Default: '1234'}
"""
RESOURCES = """  Other:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
  Profile: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref Other]}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {AWS: BODY}, Action: sts:AssumeRole}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "'arn:aws:iam::123456789012:role/*'",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    "A principal takes no wildcard, got arn:aws:iam::123456789012:role/*",
                )
            ],
        ),
        (
            "!Ref Other",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    "${Other} is no principal; give the ARN (GetAtt Arn) of a role or user",
                )
            ],
        ),
        (
            "!GetAtt Profile.Arn",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    "${Profile.Arn} is no principal; give the ARN (GetAtt Arn) of a role or user",
                )
            ],
        ),
        (
            "[!GetAtt Other.Arn, !Ref Account]",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/AWS/1"
                    ),
                    "1234 (parameter Account) is neither an account id of 12 digits nor an ARN",
                )
            ],
        ),
        (
            "!Sub 'arn:aws:iam::${AWS::AccountId}:group/admins'",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    (
                        "arn:aws:iam::${AWS::AccountId}:group/admins is no principal; give the "
                        "ARN of a role or user"
                    ),
                )
            ],
        ),
        (
            "!If [IsUsed, !Ref Other, !GetAtt Other.Arn]",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/AWS/Fn::If/1"
                    ),
                    "${Other} is no principal; give the ARN (GetAtt Arn) of a role or user",
                )
            ],
        ),
        (
            "deployers",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    "deployers is neither an account id of 12 digits nor an ARN",
                )
            ],
        ),
        ("!GetAtt Other.Arn", []),
        ("'*'", []),
        ("['123456789012', !Ref AWS::AccountId]", []),
        ("!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'", []),
        ("!Ref Any", []),
        ("AROAIOSFODNN7EXAMPLE", []),
        # E9504 tells
        ("ecs-tasks.amazonaws.com", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9543") == expected
