import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
        - {Id: e, Expression: a / b}
        - {Id: a, ReturnData: false}
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics/0/Expression",
                    "Expression uses b, which is no Id of Metrics; known are a, e",
                ),
            ],
        ),
        (
            """
        - {Id: a}
        - {Id: b}
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics",
                    (
                        "2 entries of Metrics return data, an alarm watches exactly one; set "
                        "ReturnData: false on the others"
                    ),
                ),
            ],
        ),
        (
            """
        - {Id: a, ReturnData: false}
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics",
                    (
                        "0 entries of Metrics return data, an alarm watches exactly one; set "
                        "ReturnData: false on the others"
                    ),
                ),
            ],
        ),
        (
            """
        - {Id: a}
        - {Id: a, ReturnData: false}
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics/0/Id",
                    "Id a is used twice; give each entry its own",
                ),
                (
                    "Resources/Alarm/Properties/Metrics/1/Id",
                    "Id a is used twice; give each entry its own",
                ),
            ],
        ),
        (
            """
        - {Id: e, Expression: !If [Odd, 'SUM([a, c])', a]}
        - {Id: a, ReturnData: false}
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics/0/Expression/Fn::If/1",
                    "Expression uses c, which is no Id of Metrics; known are a, e",
                ),
            ],
        ),
        (
            """
        - {Id: e, Expression: !Sub 'IF(a > 1, z, 0)'}
        - {Id: a, ReturnData: 'false'}
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics/0/Expression",
                    "Expression uses z, which is no Id of Metrics; known are a, e",
                ),
            ],
        ),
        # Complete; quoted texts, functions, numbers and SQL are no ids; not known.
        (
            """
        - {Id: e, Expression: 'IF(FILL(a, 0) > 1e3, RATE(a), METRICS("b"))'}
        - {Id: a, ReturnData: false}
""",
            [],
        ),
        (
            """
        - {Id: e, Expression: 'SELECT AVG(x) FROM SCHEMA(y)'}
""",
            [],
        ),
        (
            """
        - {Id: e, Expression: "SEARCH('{AWS/EC2,InstanceId} cpu', 'Average', 300)"}
""",
            [],
        ),
        (
            """
        - {Id: !Ref Free, Expression: a / b}
        - {Id: a}
""",
            [],
        ),
        (
            """
        - {Id: e, Expression: !Ref Free}
        - {Id: a, ReturnData: false}
""",
            [],
        ),
        (
            """
        - {Id: e, ReturnData: !Ref Free}
        - {Id: a}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9867") == expected
