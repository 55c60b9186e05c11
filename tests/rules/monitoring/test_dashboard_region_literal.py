import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
  Place: {Type: String, Default: eu-west-1}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Table: {Type: AWS::DynamoDB::Table}
  Dashboard:
    Type: AWS::CloudWatch::Dashboard
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # What CloudFront publishes is in us-east-1.
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "us-east-1", "metrics":
        [["AWS/CloudFront", "Requests", "DistributionId", "${Table}"]]}},
        {"type": "metric", "properties": {"region": "eu-west-1", "metrics":
        [["AWS/CloudFront", "Requests", "DistributionId", "${Table}"]]}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "widget 1 looks for resources of this stack in eu-west-1; use ${AWS::Region}",
                ),
            ],
        ),
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "us-east-1", "metrics":
        [["AWS/DynamoDB", "UserErrors", "TableName", "${Table}"]]}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "widget 0 looks for resources of this stack in us-east-1; use ${AWS::Region}",
                ),
            ],
        ),
        (
            """
      DashboardBody: !If
        - Odd
        - !Sub >-
            {"widgets": [{"type": "metric", "properties": {"region": "us-east-1", "title":
            "${Table.Arn}"}}]}
        - '{}'
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody/Fn::If/1",
                    "widget 0 looks for resources of this stack in us-east-1; use ${AWS::Region}",
                ),
            ],
        ),
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "${Place}", "metrics":
        [["${Table}"]]}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "widget 0 looks for resources of this stack in eu-west-1; use ${AWS::Region}",
                ),
            ],
        ),
        # The stack's Region, nothing of the stack, not known.
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "${AWS::Region}",
        "metrics": [["${Table}"]]}}]}
""",
            [],
        ),
        (
            """
      DashboardBody: >-
        {"widgets": [{"type": "metric", "properties": {"region": "us-east-1", "metrics":
        [["a"]]}}]}
""",
            [],
        ),
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "${Free}", "metrics":
        [["${Table}"]]}}]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9871") == expected
