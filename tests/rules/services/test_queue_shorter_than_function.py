import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Seconds: {Type: Number, Default: 60}
"""
RESOURCES = """  Queue:
    Type: AWS::SQS::Queue
    Properties: {QUEUE}
  Function:
    Type: AWS::Lambda::Function
    Properties: {BODY}
  Alias:
    Type: AWS::Lambda::Alias
    Properties: {FunctionName: !Ref Function, FunctionVersion: '1', Name: live}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: FUNCTION}
"""
PATH = "Resources/Mapping/Properties/EventSourceArn"


def found(queue: str, function: str, name: str = "!Ref Function") -> list[tuple[str, str]]:
    text = RESOURCES.replace("QUEUE", queue).replace("FUNCTION", name)
    return report(template(text, function, PARAMETERS), "E9917")


def finding(hidden: int, needed: int) -> list[tuple[str, str]]:
    message = (
        f"VisibilityTimeout of Queue is {hidden} seconds, less than the {needed} that Function may "
        f"take; make it {6 * needed}"
    )
    return [(PATH, message)]


def test_shorter() -> None:
    assert found("", "Timeout: 31") == finding(30, 31)
    assert found("VisibilityTimeout: 0", "") == finding(0, 3)
    assert found("VisibilityTimeout: '59'", "Timeout: !Ref Seconds") == finding(59, 60)
    changing = "VisibilityTimeout: !If [IsUsed, 360, 45]"
    assert found(changing, "Timeout: 60") == finding(45, 60)
    assert found("", "Timeout: 60", "!GetAtt Function.Arn") == finding(30, 60)
    assert found("", "Timeout: 60", "!Ref Alias") == finding(30, 60)


@pytest.mark.parametrize(
    ("queue", "function"),
    [
        ("", ""),
        ("", "Timeout: 30"),
        ("VisibilityTimeout: 60", "Timeout: 60"),
        ("VisibilityTimeout: !Ref Any", "Timeout: 60"),
        ("", "Timeout: !Ref Any"),
        ("VisibilityTimeout: !If [IsUsed, 60, 30]", "Timeout: !If [IsUsed, 60, 30]"),
    ],
)
def test_long_enough_or_not_known(queue: str, function: str) -> None:
    assert found(queue, function) == []


def test_other_functions() -> None:
    assert found("", "Timeout: 60", "elsewhere") == []
