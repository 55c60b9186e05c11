import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Name: {Type: String, Default: a}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      Policies: [BODY]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]}}, {PolicyName: a, PolicyDocument: "
                "{Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]}}"
            ),
            [
                (
                    "Resources/Role/Properties/Policies/1/PolicyName",
                    "Role has two inline policies named a, of which one is kept; rename one",
                )
            ],
        ),
        (
            (
                "{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]}}, {PolicyName: !Ref Name, "
                "PolicyDocument: {Statement: [{Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}]}}"
            ),
            [
                (
                    "Resources/Role/Properties/Policies/1/PolicyName",
                    (
                        "Role has two inline policies named a (parameter Name), of which one "
                        "is kept; rename one"
                    ),
                )
            ],
        ),
        (
            (
                "{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]}}, !If [IsUsed, {PolicyName: a, "
                "PolicyDocument: {Statement: [{Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}]}}, !Ref AWS::NoValue]"
            ),
            [
                (
                    "Resources/Role/Properties/Policies/1/Fn::If/1/PolicyName",
                    "Role has two inline policies named a, of which one is kept; rename one",
                )
            ],
        ),
        (
            (
                "{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]}}, {PolicyName: b, PolicyDocument: "
                "{Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]}}"
            ),
            [],
        ),
        (
            (
                "!If [IsUsed, {PolicyName: a, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: sqs:ListQueues, Resource: '*'}]}}, !Ref AWS::NoValue], "
                "!If [IsUsed, !Ref AWS::NoValue, {PolicyName: a, PolicyDocument: "
                "{Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]}}]"
            ),
            [],
        ),
        (
            (
                "{PolicyName: !Ref Any, PolicyDocument: {Statement: [{Effect: Allow, "
                "Action: sqs:ListQueues, Resource: '*'}]}}, {PolicyName: !Ref Any, "
                "PolicyDocument: {Statement: [{Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}]}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9547") == expected
