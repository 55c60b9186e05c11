import pytest
from linting import report

HEAD = """
Parameters:
  One: {Type: String}
  Two: {Type: String}
Resources: {Topic: {Type: AWS::SNS::Topic}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
Metadata: {AWS::CloudFormation::Interface: {ParameterGroups: [{Parameters: [One]}]}}
""",
            [
                (
                    "Parameters/Two",
                    "Two is in no group of AWS::CloudFormation::Interface; list it in one",
                ),
            ],
        ),
        (
            """
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups: [{Parameters: [One, Two]}, {Parameters: [Two]}]
""",
            [
                (
                    "Parameters/Two",
                    "Two is in 2 groups of AWS::CloudFormation::Interface; list it in one",
                ),
            ],
        ),
        (
            """
Metadata:
  AWS::CloudFormation::Interface: {ParameterGroups: [{Parameters: [One]}, {Parameters: [Two]}]}
""",
            [],
        ),
        # Nobody has grouped anything.
        (
            """
Metadata: {AWS::CloudFormation::Interface: {ParameterLabels: {One: {default: x}}}}
""",
            [],
        ),
        (
            """
Metadata: {Other: x}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "I9032") == expected
