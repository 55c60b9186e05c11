import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: cron(0 8 * * *)}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {@}
"""
PATH = "Resources/Target/Properties/ScheduledActions"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ScheduledActions: [{ScheduledActionName: a, Schedule: !Ref Given}]",
            [
                (
                    f"{PATH}/0/Schedule",
                    (
                        "Schedule cron(0 8 * * *) (parameter Given) has 5 fields; cron "
                        "needs 6, the last is the year"
                    ),
                )
            ],
        ),
        (
            "ScheduledActions: [{ScheduledActionName: a, Schedule: cron(0 8 * * * *)}]",
            [
                (
                    f"{PATH}/0/Schedule",
                    ("Schedule cron(0 8 * * * *) needs ? in one of its day fields, and only one"),
                )
            ],
        ),
        (
            "ScheduledActions: [{ScheduledActionName: a, Schedule: cron(0 24 * * ? *)}]",
            [
                (
                    f"{PATH}/0/Schedule",
                    "Schedule cron(0 24 * * ? *) has 24 for the hours, which is from 0 to 23",
                )
            ],
        ),
        ("ScheduledActions: [{ScheduledActionName: a, Schedule: cron(0 8 ? * MON-FRI *)}]", []),
        ("ScheduledActions: [{ScheduledActionName: a, Schedule: rate(5 minute)}]", []),
        (
            "ScheduledActions: [{ScheduledActionName: a, Schedule: every 5 minutes}]",
            [
                (
                    f"{PATH}/0/Schedule",
                    "Schedule every 5 minutes is no at(), rate() or cron() expression",
                )
            ],
        ),
        (
            (
                "ScheduledActions: [{ScheduledActionName: a, Schedule: !If "
                "[IsYes, 'at(2030-01-01T00:00:00)', 'at(2030-01-01)']}]"
            ),
            [
                (
                    f"{PATH}/0/Schedule/Fn::If/2",
                    "Schedule at(2030-01-01) is no at(), rate() or cron() expression",
                )
            ],
        ),
        ("ScheduledActions: [{ScheduledActionName: a, Schedule: !Ref Any}]", []),
        (
            "ScheduledActions: [{ScheduledActionName: a}, {ScheduledActionName: a}]",
            [(f"{PATH}/1/ScheduledActionName", "another action is named a as well")],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9819") == expected
