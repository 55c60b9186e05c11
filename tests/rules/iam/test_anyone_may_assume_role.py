import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, Default: '*'}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, BODY}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Principal: '*', Action: sts:AssumeRole",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal",
                    "Any AWS account may assume Role; name who may, or add a Condition",
                )
            ],
        ),
        (
            "Principal: {AWS: ['*', '123456789012']}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/AWS/0"
                    ),
                    "Any AWS account may assume Role; name who may, or add a Condition",
                )
            ],
        ),
        (
            "Principal: {AWS: !Ref Who}, Action: sts:AssumeRole",
            [
                (
                    "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principal/AWS",
                    "Any AWS account may assume Role; name who may, or add a Condition",
                )
            ],
        ),
        (
            "Principal: {AWS: !If [IsUsed, '*', '123456789012']}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/AWS/Fn::If/1"
                    ),
                    "Any AWS account may assume Role; name who may, or add a Condition",
                )
            ],
        ),
        (
            (
                "Principal: {AWS: '*'}, Action: sts:AssumeRole, Condition: "
                "{StringEquals: {'aws:PrincipalOrgID': o-1}}"
            ),
            [],
        ),
        ("Principal: {AWS: '123456789012'}, Action: sts:AssumeRole", []),
        ("Principal: {AWS: !Ref Any}, Action: sts:AssumeRole", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9505") == expected
