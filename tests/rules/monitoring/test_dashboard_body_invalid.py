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
        # The ARN of an alarm says its region.
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"annotations": {"alarms": ["${Free}"]}}},
        {"type": "metric", "properties": {"annotations": {"horizontal": []}, "metrics": []}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "widget 1 names no region; give one",
                ),
            ],
        ),
        (
            """
      DashboardBody: '{"widgets": [}'
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "DashboardBody is no JSON: Expecting value in line 1",
                ),
            ],
        ),
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "text", "width": 25, "properties": {"markdown":
        "${Table}"}}]
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "DashboardBody is no JSON: Expecting ',' delimiter in line 1",
                ),
            ],
        ),
        (
            """
      DashboardBody: !If
        - Odd
        - '{"widgets": [{"type": "metric", "width": 25, "height": 0, "properties": {}}]}'
        - '{}'
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody/Fn::If/1",
                    "widget 0 has height 0; allowed is 1 to 1000",
                ),
                (
                    "Resources/Dashboard/Properties/DashboardBody/Fn::If/1",
                    "widget 0 has neither metrics nor annotations; give one of them",
                ),
                (
                    "Resources/Dashboard/Properties/DashboardBody/Fn::If/1",
                    "widget 0 has width 25; allowed is 1 to 24",
                ),
                (
                    "Resources/Dashboard/Properties/DashboardBody/Fn::If/1",
                    "widget 0 names no region; give one",
                ),
            ],
        ),
        (
            """
      DashboardBody: '{"widgets": [{"type": "text"}]}'
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "widget 0 has no properties; give them",
                ),
            ],
        ),
        (
            """
      DashboardBody: !Sub '{"widgets": [{"type": "text", "properties": {"markdown": ${Place}}}]}'
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    "DashboardBody is no JSON: Expecting value in line 1",
                ),
            ],
        ),
        # Accepted, or not known.
        (
            """
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "x": 0, "width": 24, "properties": {"region":
        "${AWS::Region}", "period": ${AWS::AccountId}, "metrics": [["a", "b"]]}}]}
""",
            [],
        ),
        (
            """
      DashboardBody: >-
        {"widgets": [{"type": "metric", "properties": {"region": "x", "annotations":
        {}}}]}
""",
            [],
        ),
        (
            """
      DashboardBody: !Sub '{"widgets": ${Free}}'
""",
            [],
        ),
        (
            """
      DashboardBody: !Ref Free
""",
            [],
        ),
        (
            """
      DashboardBody: !Sub '{"widgets": ["${Free}" "{{resolve:ssm:/a}}"]}'
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9870") == expected
