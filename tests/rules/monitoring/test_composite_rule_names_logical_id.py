import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Child: {Type: String, Default: Web}
"""
RESOURCES = """  Web: {Type: AWS::CloudWatch::Alarm}
  Named: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmName: !Sub '${AWS::StackName}-named'}}
  Open: {Type: AWS::CloudWatch::Alarm, Condition: IsUsed, Properties: {AlarmName: BODY}}
  Both: {Type: AWS::CloudWatch::CompositeAlarm, Properties: {AlarmRule: !Sub 'ALARM(${Web})'}}
  Queue: {Type: AWS::SQS::Queue}
  Down:
    Type: AWS::CloudWatch::CompositeAlarm
    Properties: {AlarmRule: """


def _report(rule: str, rule_id: str = "E9877", other: str = "other") -> list[tuple[str, str]]:
    return report(template(f"{RESOURCES}{rule}}}\n", other, PARAMETERS), rule_id)


def _found(name: str, path: str = "") -> tuple[str, str]:
    return (
        f"Resources/Down/Properties/AlarmRule{path}",
        f"no alarm has the name {name}: that is its logical id; use !Sub and ${{{name}}}",
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("ALARM(Web)", [_found("Web")]),
        (
            "'ALARM(\"Named\") OR NOT ok(x) AND INSUFFICIENT_DATA( ''Both'' )'",
            [_found("Both"), _found("Named")],
        ),
        ("!Sub 'ALARM(${Named}) OR OK(\"Web\")'", [_found("Web")]),
        ("!If [IsUsed, ALARM(Web), !Ref Any]", [_found("Web", "/Fn::If/1")]),
        ("!Join [' AND ', ['ALARM(Web)', !Sub 'OK(${Any})']]", [_found("Web")]),
        ("!Sub 'ALARM(${Web}) OR ALARM(${Named})'", []),
        ("ALARM(Elsewhere) OR ALARM(Queue)", []),
        ("!Sub 'ALARM(${Any})'", []),
        ("!Ref Any", []),
        ("!Sub 'ALARM(arn:aws:cloudwatch:eu-west-1:123456789012:alarm:Web)'", []),
        # Whoever deploys may have an alarm of that name.
        ("!Sub 'ALARM(${Child})'", []),
    ],
)
def test_cases(rule: str, expected: list[tuple[str, str]]) -> None:
    assert _report(rule) == expected


@pytest.mark.parametrize("name", ["Web", "!Ref Any", "!Ref Child"])
def test_another_alarm_may_bear_the_name(name: str) -> None:
    assert _report("ALARM(Web)", other=name) == []


def test_suppressor() -> None:
    assert _report("'TRUE', ActionsSuppressor: Web") == [
        ("Resources/Down/Properties/ActionsSuppressor", _found("Web")[1])
    ]


def test_names_in_a_rule_are_typed_names() -> None:
    rule = "!Sub 'ALARM(${AWS::StackName}-named) OR ALARM(${AWS::StackName}-name)'"
    assert _report(rule, "E9007") == [
        (
            "Resources/Down/Properties/AlarmRule",
            "Down does not wait for Named but spells out its name; use !Ref Named",
        )
    ]
    assert _report(rule, "E9010") == [
        (
            "Resources/Down/Properties/AlarmRule",
            (
                "no AWS::CloudWatch::Alarm has the AlarmName ${AWS::StackName}-name; use !Ref Web or "
                "!Ref Named or !Ref Open"
            ),
        )
    ]
