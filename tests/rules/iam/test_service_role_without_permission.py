import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, AllowedValues: ['s3:GetObject'], Default: 's3:GetObject'}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      BODY
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Path: /",
            [
                (
                    "Resources/Function/Properties/Role",
                    (
                        "Role may not logs:PutLogEvents, which lambda.amazonaws.com needs it "
                        "for; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "Policies: [{PolicyName: x, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: !Ref Act, Resource: '*'}]}}]"
            ),
            [
                (
                    "Resources/Function/Properties/Role",
                    (
                        "Role may not logs:PutLogEvents, which lambda.amazonaws.com needs it "
                        "for; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "Policies: [{PolicyName: x, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: !If [IsUsed, 's3:GetObject', 's3:PutObject'], "
                "Resource: '*'}]}}]"
            ),
            [
                (
                    "Resources/Function/Properties/Role",
                    (
                        "Role may not logs:PutLogEvents, which lambda.amazonaws.com needs it "
                        "for; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "ManagedPolicyArns: [!Sub "
                "'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecu"
                "tionRole']"
            ),
            [],
        ),
        (
            (
                "Policies: [{PolicyName: x, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: 'logs:*', Resource: '*'}]}}]"
            ),
            [],
        ),
        ("ManagedPolicyArns: [!Ref Any]", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9539") == expected
