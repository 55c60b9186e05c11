import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Trusted: {Type: String, Default: vpc-flow-logs.amazonaws.com}
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
            "Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "Add a Condition on aws:SourceAccount, so that ecs-tasks uses Role for "
                        "this account alone (https://docs.aws.amazon.com/AmazonECS/latest/develo"
                        "perguide/cross-service-confused-deputy-prevention.html)"
                    ),
                )
            ],
        ),
        (
            ("Principal: {Service: [ec2.amazonaws.com, !Ref Trusted]}, Action: sts:AssumeRole"),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service/1"
                    ),
                    (
                        "Add a Condition on aws:SourceAccount, so that vpc-flow-logs uses Role "
                        "for this account alone "
                        "(https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html)"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: ecs-tasks.amazonaws.com}, Action: "
                "sts:AssumeRole, Condition: !If [IsUsed, !Ref AWS::NoValue, "
                "{StringEquals: {'aws:SourceAccount': '123456789012'}}]"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "Add a Condition on aws:SourceAccount, so that ecs-tasks uses Role for "
                        "this account alone (https://docs.aws.amazon.com/AmazonECS/latest/develo"
                        "perguide/cross-service-confused-deputy-prevention.html)"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: ecs-tasks.amazonaws.com}, Action: "
                "sts:AssumeRole, Condition: {ArnLike: {'AWS:sourcearn': "
                "'arn:aws:ecs:*:123456789012:*'}}"
            ),
            [],
        ),
        ("Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole", []),
        # The load balancer role of ECS: nothing is documented for it.
        ("Principal: {Service: ecs.amazonaws.com}, Action: sts:AssumeRole", []),
        ("Principal: {Service: !Ref Any}, Action: sts:AssumeRole", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "I9507") == expected
