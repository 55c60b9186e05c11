import pytest
from linting import report
from snippets import template

RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      BODY
"""
LONG = "a" * 100
TOO_LONG = "The policy of Role has at least {} characters, AWS::IAM::Role takes 10240; split it"


def inline(count: int, resource: str = LONG) -> str:
    """A policy of some 140 characters a statement."""
    statement = f"{{Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::{resource}'}}"
    statements = ", ".join([statement] * count)
    return f"{{PolicyName: x, PolicyDocument: {{Statement: [{statements}]}}}}"


POLICIES = "Resources/Role/Properties/Policies"
MANAGED = ", ".join(f"arn:aws:iam::123456789012:policy/p{n}" for n in range(11))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"Policies: [{inline(66)}]",
            [
                (
                    f"{POLICIES}/0/PolicyDocument",
                    TOO_LONG.format(11235),
                )
            ],
        ),
        # Only together.
        (
            f"Policies: [{inline(40)}, {inline(40)}]",
            [
                (
                    f"{POLICIES}/1/PolicyDocument",
                    TOO_LONG.format(13630),
                )
            ],
        ),
        (
            f"ManagedPolicyArns: [{MANAGED}]",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns",
                    "Role has 11 managed policies, IAM attaches 10 unless the quota is raised",
                )
            ],
        ),
        (
            f"ManagedPolicyArns: [{MANAGED}, !If [IsUsed, 'arn:x', !Ref AWS::NoValue]]",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns",
                    "Role has 11 managed policies, IAM attaches 10 unless the quota is raised",
                ),
                (
                    "Resources/Role/Properties/ManagedPolicyArns",
                    "Role has 12 managed policies, IAM attaches 10 unless the quota is raised",
                ),
            ],
        ),
        (f"Policies: [{inline(40)}]", []),
        # Alternatives do not add up.
        (f"Policies: [!If [IsUsed, {inline(40)}, {inline(40)}]]", []),
        # What a parameter brings is not known, and does not count.
        (f"Policies: [{inline(1, '${Any}')}]", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "E9518") == expected
