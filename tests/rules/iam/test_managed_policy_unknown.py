import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn:
    Type: String
    Default: arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      ManagedPolicyArns: [BODY]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "arn:aws:iam::aws:policy/AmazonECSTaskExecutionRolePolicy",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    (
                        "There is no managed policy AmazonECSTaskExecutionRolePolicy; did you "
                        "mean service-role/AmazonECSTaskExecutionRolePolicy?"
                    ),
                )
            ],
        ),
        (
            (
                "!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonSSMManag"
                "edInstanceCore'"
            ),
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    (
                        "There is no managed policy service-role/AmazonSSMManagedInstanceCore; "
                        "did you mean AmazonSSMManagedInstanceCore?"
                    ),
                )
            ],
        ),
        (
            "arn:aws:iam::aws:policy/CloudWatchAgentServerPolcy",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    (
                        "There is no managed policy CloudWatchAgentServerPolcy; did you mean "
                        "CloudWatchAgentServerPolicy?"
                    ),
                )
            ],
        ),
        (
            "!Ref Arn",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    (
                        "aws-service-role/AmazonECSServiceRolePolicy is for service-linked "
                        "roles alone; remove it"
                    ),
                )
            ],
        ),
        (
            (
                "!If [IsUsed, 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecuti"
                "onRolePolicies', 'arn:aws:iam::aws:policy/ReadOnlyAccess']"
            ),
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0/Fn::If/1",
                    (
                        "There is no managed policy "
                        "service-role/AmazonECSTaskExecutionRolePolicies; did you mean "
                        "service-role/AmazonECSTaskExecutionRolePolicy?"
                    ),
                )
            ],
        ),
        (
            (
                "!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskE"
                "xecutionRolePolicy'"
            ),
            [],
        ),
        ("arn:aws:iam::aws:policy/BrandNewServiceFullAccess", []),
        ("arn:aws:iam::123456789012:policy/AmazonECSTaskExecutionRolePolicy", []),
        ("!Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9519") == expected
