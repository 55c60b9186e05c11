import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Org: {Type: String, Default: o-1}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: ecs-tasks.amazonaws.com}
            Action: sts:AssumeRole
            Condition: BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{StringEquals: {'aws:SourceAcount': !Ref AWS::AccountId}}",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Conditio"
                        "n/StringEquals/aws:SourceAcount"
                    ),
                    "There is no condition key aws:SourceAcount; did you mean aws:SourceAccount?",
                )
            ],
        ),
        (
            "{StringLike: {'sts:ExternlId': !Ref Any}}",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Conditio"
                        "n/StringLike/sts:ExternlId"
                    ),
                    "There is no condition key sts:ExternlId; did you mean sts:ExternalId?",
                )
            ],
        ),
        (
            ("{StringEquals: !If [IsUsed, {'aws:SourceAccounts': x}, {'aws:SourceAccount': x}]}"),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Conditio"
                        "n/StringEquals/Fn::If/1/aws:SourceAccounts"
                    ),
                    (
                        "There is no condition key aws:SourceAccounts; did you mean "
                        "aws:SourceAccount?"
                    ),
                )
            ],
        ),
        (
            "{StringEquals: {'aws:PrincipalOrgld': !Ref Org}}",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Conditio"
                        "n/StringEquals/aws:PrincipalOrgld"
                    ),
                    (
                        "There is no condition key aws:PrincipalOrgld; did you mean "
                        "aws:PrincipalOrgID?"
                    ),
                )
            ],
        ),
        (
            (
                "{StringEquals: {'AWS:sourceaccount': !Ref AWS::AccountId, "
                "'aws:PrincipalTag/team': a, 'aws:RequestTag/SourceAcount': b}}"
            ),
            [],
        ),
        ("{StringEquals: {'token.example.com:sub': x, 'ecs:cluster': y}}", []),
        ("!Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9515") == expected
