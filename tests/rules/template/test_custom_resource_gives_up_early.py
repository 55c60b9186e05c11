import pytest
from linting import report

HEAD = """
Parameters:
  Any: {Type: String}
  Short: {Type: Number, Default: 60}
  Odd: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  IsOdd: !Equals [!Ref Odd, 'yes']
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties: {Role: r, Runtime: python3.13, Handler: a.b, Timeout: WORKS, Code: {S3Bucket: b, S3Key: k}}
  Setup:
    Type: TYPE
    Properties: {ServiceToken: TOKEN, ServiceTimeout: WAITS}
"""
ANSWER = "!GetAtt Work.Arn"
PLACE = "Resources/Setup/Properties/ServiceTimeout"


def said(waits: str, works: str) -> str:
    return f"CloudFormation waits {waits} seconds for its function, which may work for {works}; give more than that"


@pytest.mark.parametrize(
    ("kind", "token", "waits", "works", "expected"),
    [
        ("Custom::Setup", ANSWER, "60", "61", [(PLACE, said("60", "61"))]),
        (
            "AWS::CloudFormation::CustomResource",
            ANSWER,
            "!If [IsOdd, 60, 600]",
            "300",
            [(f"{PLACE}/Fn::If/1", said("60", "300"))],
        ),
        (
            "Custom::Setup",
            ANSWER,
            "!Ref Short",
            "'300'",
            [(PLACE, said("60 (parameter Short)", "300"))],
        ),
        ("Custom::Setup", ANSWER, "!If [IsOdd, 60, 600]", "!If [IsOdd, 30, 300]", []),
        ("Custom::Setup", ANSWER, "60", "60", []),
        ("Custom::Setup", ANSWER, "60", "!Ref Any", []),
        ("Custom::Setup", ANSWER, "!Ref Any", "60", []),
        ("Custom::Setup", "!Ref Any", "60", "61", []),
        ("AWS::CloudFormation::WaitCondition", ANSWER, "60", "61", []),
    ],
)
def test_cases(
    kind: str, token: str, waits: str, works: str, expected: list[tuple[str, str]]
) -> None:
    text = HEAD.replace("TYPE", kind).replace("TOKEN", token)
    assert report(text.replace("WAITS", waits).replace("WORKS", works), "W9047") == expected
