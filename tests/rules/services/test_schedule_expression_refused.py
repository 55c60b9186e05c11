import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Hour: {Type: Number, Default: 24}
  Given: {Type: String, Default: cron(0 5 * * *)}
"""
SCHEDULE = """  X:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: BODY
"""
PATH = "Resources/X/Properties/ScheduleExpression"
FIVE = "has 5 fields; cron needs 6, the last is the year"
DAYS = "needs ? in one of its day fields, and only one"
NONE = "is no at(), rate() or cron() expression"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("cron(30 2 * * *)", FIVE),
        ("cron(30 2 * * * *)", DAYS),
        ("cron(30 2 ? * ? *)", DAYS),
        ("cron(30 2 1 * MON *)", DAYS),
        ("cron(30 2 ? * 0 *)", "has 0 for the day of week, which is from 1 to 7"),
        ("cron(60 2 * * ? *)", "has 60 for the minutes, which is from 0 to 59"),
        ("cron(0 8-24/2 * * ? *)", "has 24 for the hours, which is from 0 to 23"),
        ("cron(0 2 1,32 * ? *)", "has 32 for the day of month, which is from 1 to 31"),
        ("'30 2 * * ? *'", "lacks cron( ) around its fields"),
        ("'*/5 * * * *'", "lacks cron( ) around its fields"),
        ("rate(0 minutes)", NONE),
        ("rate(5 min)", NONE),
        ("rate(5minutes)", NONE),
        ("rate(1.5 hours)", NONE),
        ("at(2030-01-01 00:00:00)", NONE),
        ("at(2030-01-01T00:00:00Z)", NONE),
        ("every day", NONE),
    ],
)
def test_faults(body: str, fault: str) -> None:
    expected = [(PATH, f"ScheduleExpression {body.strip(chr(39))} {fault}")]
    assert report(template(SCHEDULE, body), "E9913") == expected


@pytest.mark.parametrize(
    "body",
    [
        "cron(0/5 8-18 ? * MON-FRI *)",
        "cron(*/15 * * * ? *)",
        "cron(0 2 L * ? 2030-2031)",
        "cron(0 2 ? JAN,JUL 3#2 *)",
        "cron(0 2 3W * ? *)",
        "rate(1 minute)",
        "rate(5 minutes)",
        "rate(1 days)",
        "at(2030-01-01T00:00:00)",
        "!Ref Any",
        "!Sub cron(0 ${Any} * * ? *)",
        "!ImportValue x",
    ],
)
def test_right_or_not_known(body: str) -> None:
    assert report(template(SCHEDULE, body), "E9913") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "!Sub 'cron(0 ${Hour} * * ? *)'",
            [
                (
                    PATH,
                    (
                        "ScheduleExpression cron(0 24 * * ? *) (parameter Hour) has 24 for the hours,"
                        " which is from 0 to 23"
                    ),
                )
            ],
        ),
        (
            "!If [IsUsed, rate(1 day), cron(0 1 * * *)]",
            [(f"{PATH}/Fn::If/2", f"ScheduleExpression cron(0 1 * * *) {FIVE}")],
        ),
        ("!Ref Given", [(PATH, f"ScheduleExpression cron(0 5 * * *) (parameter Given) {FIVE}")]),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(SCHEDULE, body, PARAMETERS), "E9913") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Type: AWS::Backup::BackupPlan, Properties: {BackupPlan: {BackupPlanRule: "
                "[{ScheduleExpression: cron(0 5 * * *)}, {ScheduleExpression: cron(0 5 * * ? *)}]}}"
            ),
            [
                (
                    "BackupPlan/BackupPlanRule/0/ScheduleExpression",
                    f"ScheduleExpression cron(0 5 * * *) {FIVE}",
                )
            ],
        ),
        (
            "Type: AWS::Synthetics::Canary, Properties: {Schedule: {Expression: rate(1 day)}}",
            [
                (
                    "Schedule/Expression",
                    "Expression rate(1 day) is no rate(), in minutes or hours, or cron() expression",
                )
            ],
        ),
        (
            "Type: AWS::Synthetics::Canary, Properties: {Schedule: {Expression: rate(0 hour)}}",
            [],
        ),
        (
            "Type: AWS::Glue::Trigger, Properties: {Schedule: cron(0 5 * * * *)}",
            [("Schedule", f"Schedule cron(0 5 * * * *) {DAYS}")],
        ),
        (
            "Type: AWS::Events::Rule, Properties: {ScheduleExpression: cron(0 24 * * ? *)}",
            [
                (
                    "ScheduleExpression",
                    (
                        "ScheduleExpression cron(0 24 * * ? *) has 24 for the hours, which is from 0"
                        " to 23"
                    ),
                )
            ],
        ),
        # Documented by Backup in this form.
        (
            (
                "Type: AWS::Backup::BackupPlan, Properties: {BackupPlan: {BackupPlanRule: "
                "[{ScheduleExpression: 15 * ? * * *}]}}"
            ),
            [],
        ),
        ("Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day)}", []),
        # cfn-lint says this.
        ("Type: AWS::Events::Rule, Properties: {ScheduleExpression: cron(0 5 * * *)}", []),
    ],
)
def test_other_owners(body: str, expected: list[tuple[str, str]]) -> None:
    found = report(f"Resources: {{X: {{{body}}}}}", "E9913")
    assert found == [(f"Resources/X/Properties/{path}", message) for path, message in expected]
