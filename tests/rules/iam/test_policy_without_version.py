import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Version: {Type: String, Default: '2012-10-17'}
"""
RESOURCES = """  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument",
                    "A policy of Policy states no Version; state '2012-10-17'",
                )
            ],
        ),
        (
            (
                "Version: !If [IsUsed, '2012-10-17', !Ref AWS::NoValue], Statement: "
                "[{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument",
                    "A policy of Policy states no Version; state '2012-10-17'",
                )
            ],
        ),
        (
            (
                "Version: '2012-10-17', Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]"
            ),
            [],
        ),
        (
            (
                "Version: '2008-10-17', Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]"
            ),
            [],
        ),
        (
            (
                "Version: !Ref Any, Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]"
            ),
            [],
        ),
        # a parameter
        (
            (
                "Version: !Ref Version, Statement: [{Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "I9541") == expected
