import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, Default: events.amazonaws.com}
"""
RESOURCES = """  Permission:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: app, Action: 'lambda:InvokeFunction', BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Principal: sns.amazonaws.com",
            [
                (
                    "Resources/Permission/Properties/Principal",
                    (
                        "Permission lets sns.amazonaws.com of any account invoke the function; "
                        "state SourceArn or SourceAccount"
                    ),
                )
            ],
        ),
        (
            "Principal: '*'",
            [
                (
                    "Resources/Permission/Properties/Principal",
                    (
                        "Permission lets everybody invoke the function; state SourceArn or "
                        "SourceAccount"
                    ),
                )
            ],
        ),
        (
            "Principal: !Ref Who",
            [
                (
                    "Resources/Permission/Properties/Principal",
                    (
                        "Permission lets events.amazonaws.com of any account invoke the "
                        "function; state SourceArn or SourceAccount"
                    ),
                )
            ],
        ),
        (
            ("Principal: s3.amazonaws.com, SourceArn: !If [IsUsed, !Ref Any, !Ref AWS::NoValue]"),
            [
                (
                    "Resources/Permission/Properties/Principal",
                    (
                        "Permission lets s3.amazonaws.com of any account invoke the function; "
                        "state SourceArn or SourceAccount"
                    ),
                )
            ],
        ),
        (
            "Principal: '*', FunctionUrlAuthType: NONE",
            [
                (
                    "Resources/Permission/Properties/FunctionUrlAuthType",
                    "Permission lets everybody call the function's URL; use AWS_IAM",
                )
            ],
        ),
        ("Principal: s3.amazonaws.com, SourceAccount: !Ref AWS::AccountId", []),
        ("Principal: '*', PrincipalOrgID: o-1", []),
        ("Principal: elasticloadbalancing.amazonaws.com", []),
        ("Principal: '123456789012'", []),
        ("Principal: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9528") == expected
