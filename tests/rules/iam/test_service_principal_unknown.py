import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Trusted: {Type: String, Default: vpc-flow-log.amazonaws.com}
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
            "Principal: {Service: ecs-task.amazonaws.com}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "There is no service principal ecs-task.amazonaws.com; did you mean "
                        "ecs-tasks.amazonaws.com?"
                    ),
                )
            ],
        ),
        (
            "Principal: {Service: ecs-tasks}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "There is no service principal ecs-tasks; did you mean "
                        "ecs-tasks.amazonaws.com?"
                    ),
                )
            ],
        ),
        (
            "Principal: {Service: ecs-tasks.amazonaws.co}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "There is no service principal ecs-tasks.amazonaws.co; did you mean "
                        "ecs-tasks.amazonaws.com?"
                    ),
                )
            ],
        ),
        (
            "Principal: {Service: lambda.amazon.com}, Action: sts:AssumeRole",
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service"
                    ),
                    (
                        "There is no service principal lambda.amazon.com; it ends in "
                        ".amazonaws.com, not in .amazon.com"
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
                        "There is no service principal vpc-flow-log.amazonaws.com (parameter "
                        "Trusted); did you mean vpc-flow-logs.amazonaws.com?"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: !If [IsUsed, lamda.amazonaws.com, "
                "lambda.amazonaws.com]}, Action: sts:AssumeRole"
            ),
            [
                (
                    (
                        "Resources/Role/Properties/AssumeRolePolicyDocument/Statement/0/Principa"
                        "l/Service/Fn::If/1"
                    ),
                    (
                        "There is no service principal lamda.amazonaws.com; did you mean "
                        "lambda.amazonaws.com?"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: [ecs-tasks.amazonaws.com, "
                "monitoring.rds.amazonaws.com, logs.eu-west-1.amazonaws.com]}, Action: "
                "sts:AssumeRole"
            ),
            [],
        ),
        (
            (
                "Principal: {Service: [ec2.amazonaws.com.cn, alexa-appkit.amazon.com, "
                "brand-new-thing.amazonaws.com]}, Action: sts:AssumeRole"
            ),
            [],
        ),
        ("Principal: {Service: !Ref Any, AWS: '*'}, Action: sts:AssumeRole", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9503") == expected
