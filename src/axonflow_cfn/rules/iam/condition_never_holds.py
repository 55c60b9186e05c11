"""W9516."""

import re
from collections.abc import Iterator
from ipaddress import ip_network

from axonflow_cfn.model import Symbol, TemplateModel
from axonflow_cfn.model.condition_keys import lacking
from axonflow_cfn.model.policies import Comparison, Statement, statements
from axonflow_cfn.rule import DeployabilityRule, Finding

_EXACT = {"stringequals", "stringequalsignorecase"}


class ConditionNeverHolds(DeployabilityRule):
    """A condition that no request meets."""

    id = "W9516"
    shortdesc = "Condition of a statement can never hold"
    description = (
        "The statement never applies: the key belongs to another action, StringEquals takes * and "
        "? as letters (use StringLike or ArnLike), aws:SourceAccount is an account and "
        "aws:SourceArn an ARN, aws:SourceIp a public CIDR for IpAddress. Correct the comparison."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
        "reference_policies_elements_condition_operators.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: ecs-tasks.amazonaws.com}
            Action: sts:AssumeRole
            Condition:
              StringEquals: {'aws:SourceArn': !Sub 'arn:aws:ecs:*:${AWS::AccountId}:*'}
"""
    good = bad.replace("StringEquals", "ArnLike")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each line of each Condition."""
        for statement in statements(model):
            for test in statement.tests:
                if test.operator.lower().endswith("ifexists"):
                    continue
                problem = _foreign(statement, test) or _mistyped(test)
                if problem:
                    yield Finding(test.value.path, problem)


def _foreign(statement: Statement, test: Comparison) -> str | None:
    """A key that no action of the statement carries."""
    negative = "not" in test.operator.lower() or test.operator.lower() == "null"
    names = [action.text for action in statement.actions]
    if negative or not names or not all(name and lacking(test.key, name) for name in names):
        return None
    return f"No request for {', '.join(map(str, names))} carries {test.key}; remove or move it"


def _mistyped(test: Comparison) -> str | None:
    operator = test.operator.lower().partition(":")[2] or test.operator.lower()
    key = test.key.lower()
    for value in test.value.values("*"):
        literal = "".join(part for part in value.parts if isinstance(part, str))
        if operator in _EXACT and re.search(r"[*?]", literal):
            return (
                f"{test.operator} takes the wildcard of {value.shown} as a letter; use StringLike "
                "or ArnLike"
            )
        if (
            key == "aws:sourceaccount"
            and operator in _EXACT
            and _is_no_account(literal, value.text)
        ):
            return f"aws:SourceAccount is an account id of 12 digits, got {value.shown}"
        account = value.parts == (Symbol("AWS::AccountId"),) or re.fullmatch(r"\d{12}", literal)
        if key == "aws:sourcearn" and account:
            return f"aws:SourceArn is an ARN, got the account {value.shown}; use aws:SourceAccount"
        if key == "aws:sourceip" and value.text and operator in {"ipaddress", "notipaddress"}:
            problem = _address(value.text)
            if problem:
                return f"aws:SourceIp {value.shown} {problem}"
        if key == "aws:sourceip" and operator.startswith("string"):
            return f"aws:SourceIp is compared with IpAddress, not with {test.operator}"
    return None


def _is_no_account(literal: str, text: str | None) -> bool:
    return literal.startswith("arn:") or (text is not None and not re.fullmatch(r"\d{12}", text))


def _address(text: str) -> str | None:
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return "is no CIDR"
    # AWS sees the public address of a caller, or none, never its private one.
    private = network.is_private and network.prefixlen > 0
    return "is private, and no request comes from there; use aws:VpcSourceIp" if private else None
