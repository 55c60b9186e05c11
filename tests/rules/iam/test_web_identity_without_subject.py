import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Provider: {Type: String, Default: p}
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
            (
                "Principal: {Federated: token.actions.githubusercontent.com}, Action: "
                "sts:AssumeRoleWithWebIdentity"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Federated"
                    ),
                    "Every user of the provider may assume Role; compare its sub in the Condition",
                )
            ],
        ),
        (
            (
                "Principal: {Federated: !Ref Provider}, Action: "
                "sts:AssumeRoleWithWebIdentity, Condition: {StringEquals: {'p:aud': x}}"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Federated"
                    ),
                    "Every user of the provider may assume Role; compare its sub in the Condition",
                )
            ],
        ),
        (
            (
                "Principal: {Federated: p}, Action: sts:AssumeRoleWithWebIdentity, "
                "Condition: !If [IsUsed, {StringEquals: {'p:aud': x}}, {StringEquals: "
                "{'p:sub': x}}]"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Federated"
                    ),
                    "Every user of the provider may assume Role; compare its sub in the Condition",
                )
            ],
        ),
        (
            (
                "Principal: {Federated: p}, Action: sts:AssumeRoleWithWebIdentity, "
                "Condition: {StringLike: {'p:sub': 'repo:me/*'}}"
            ),
            [],
        ),
        ("Principal: {Federated: p}, Action: sts:AssumeRoleWithSAML", []),
        (
            (
                "Principal: {Federated: p}, Action: sts:AssumeRoleWithWebIdentity, "
                "Condition: !GetAtt Other.Condition"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9506") == expected
