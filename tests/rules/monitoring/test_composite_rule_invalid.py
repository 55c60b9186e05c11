import pytest
from linting import report

HEAD = """
Parameters:
  Rule: {Type: String, Default: ALARM(a) AND}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Web: {Type: AWS::CloudWatch::Alarm}
  Alarm:
    Type: AWS::CloudWatch::CompositeAlarm
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
      AlarmRule: ALARM(a) && ALARM(b)
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule",
                    "AlarmRule ALARM(a) && ALARM(b): AND or OR is expected before &&",
                ),
            ],
        ),
        (
            """
      AlarmRule: !Ref Rule
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule",
                    "AlarmRule ALARM(a) AND (parameter Rule): it ends where a state is expected",
                ),
            ],
        ),
        (
            """
      AlarmRule: !If [Odd, 'ALARM(a', 'TRUE']
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule/Fn::If/1",
                    "AlarmRule ALARM(a: ALARM needs the name of one alarm in parentheses",
                ),
            ],
        ),
        (
            """
      AlarmRule: (ALARM(a) OR OK(b)
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule",
                    "AlarmRule (ALARM(a) OR OK(b): a closing parenthesis is missing",
                ),
            ],
        ),
        (
            """
      AlarmRule: ALARM(a) ALARM(b)
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule",
                    "AlarmRule ALARM(a) ALARM(b): AND or OR is expected before ALARM",
                ),
            ],
        ),
        (
            """
      AlarmRule: !Sub ALERT(${Web})
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule",
                    (
                        "AlarmRule ALERT(${Web}): ALERT is neither ALARM, INSUFFICIENT_DATA, "
                        "OK nor a parenthesis"
                    ),
                ),
            ],
        ),
        (
            """
      AlarmRule: ALARM()
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmRule",
                    "AlarmRule ALARM(): ALARM needs the name of one alarm in parentheses",
                ),
            ],
        ),
        # Well formed, or not known.
        (
            """
      AlarmRule: !Sub >-
        ALARM(${Web}) AND NOT (OK("a b") OR
        INSUFFICIENT_DATA(arn:aws:cloudwatch:x:1:alarm:c)) OR FALSE
""",
            [],
        ),
        (
            """
      AlarmRule: AT_LEAST(2, ALARM, (a, b)) AND TRUE
""",
            [],
        ),
        (
            """
      AlarmRule: !Ref Free
""",
            [],
        ),
        (
            """
      AlarmRule: !ImportValue x
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9872") == expected
