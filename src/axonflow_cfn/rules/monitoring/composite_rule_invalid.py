"""E9872."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_STATES = {"ALARM", "OK", "INSUFFICIENT_DATA"}
_TOKEN = re.compile(r"""\s*([()]|"[^"]*"|'[^']*'|[^\s()"',]+|,)""")
_CALL_LENGTH = 4  # state ( name )


class CompositeRuleInvalid(DeployabilityRule):
    """The rule of a composite alarm that CloudWatch can't read."""

    id = "E9872"
    shortdesc = "Rule of a composite alarm is not well formed"
    description = (
        "CloudWatch refuses the composite alarm. A rule joins ALARM(name), OK(name), "
        "INSUFFICIENT_DATA(name), TRUE and FALSE with AND, OR, NOT and parentheses; names with "
        "blanks stand in quotes."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/"
        "API_PutCompositeAlarm.html"
    )
    tags = ["resources", "cloudwatch"]
    bad = """
Resources:
  Down:
    Type: AWS::CloudWatch::CompositeAlarm
    Properties: {AlarmRule: ALARM(web) && ALARM(worker)}
"""
    good = bad.replace("&&", "AND")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read each rule; names that are put in count as one word."""
        for alarm in model.of_type("AWS::CloudWatch::CompositeAlarm"):
            for rule in alarm.values("AlarmRule"):
                problem = _problem(rule)
                if problem:
                    yield Finding(rule.path, f"AlarmRule {rule.shown}: {problem}")


def _problem(rule: Value) -> str:
    if not rule.parts or not any(isinstance(part, str) for part in rule.parts):
        return ""
    text = "".join(part if isinstance(part, str) else "x" for part in rule.parts)
    tokens: list[str] = _TOKEN.findall(text)
    try:
        rest = _expression(tokens)
    except ValueError as error:
        return str(error)
    return f"AND or OR is expected before {rest[0]}" if rest else ""


def _expression(tokens: list[str]) -> list[str]:
    """What is left after one expression."""
    rest = _operand(tokens)
    while rest and rest[0] in {"AND", "OR"}:
        rest = _operand(rest[1:])
    return rest


def _operand(tokens: list[str]) -> list[str]:
    if not tokens:
        raise ValueError("it ends where a state is expected")
    first, *rest = tokens
    if first == "NOT":
        return _operand(rest)
    if first in {"TRUE", "FALSE"}:
        return rest
    if first == "(":
        after = _expression(rest)
        if after[:1] != [")"]:
            raise ValueError("a closing parenthesis is missing")
        return after[1:]
    if first == "AT_LEAST":  # has a number, a state and a list, which CloudWatch itself checks
        return _closed(rest)
    if first not in _STATES:
        raise ValueError(f"{first} is neither {', '.join(sorted(_STATES))} nor a parenthesis")
    if len(tokens) < _CALL_LENGTH or (tokens[1], tokens[3]) != ("(", ")") or tokens[2] in "()":
        raise ValueError(f"{first} needs the name of one alarm in parentheses")
    return tokens[_CALL_LENGTH:]


def _closed(tokens: list[str]) -> list[str]:
    """What is left after the parenthesis that begins here."""
    depth = 0
    for index, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token, 0)
        if depth == 0:
            return tokens[index + 1 :]
    raise ValueError("a closing parenthesis is missing")
