"""W9516."""

import re
from collections.abc import Iterator
from ipaddress import ip_network

from axonflow_cfn.model import Symbol, TemplateModel, Value
from axonflow_cfn.model.arn_shapes import impossible
from axonflow_cfn.model.condition_keys import lacking
from axonflow_cfn.model.policies import Comparison, Statement, statements
from axonflow_cfn.model.principals import label
from axonflow_cfn.rule import DeployabilityRule, Finding

_EXACT = {"stringequals", "stringequalsignorecase"}
# Of others, such as cognito-idp, some bring an external id.
_PLAIN = {"ec2", "ecs-tasks", "events", "lambda", "monitoring.rds", "scheduler", "states"}


class ConditionNeverHolds(DeployabilityRule):
    """A condition that no request meets."""

    id = "W9516"
    shortdesc = "Condition of a statement can never hold"
    description = (
        "The statement never applies: the key belongs to another action, StringEquals takes * and "
        "? as letters (use StringLike or ArnLike), aws:SourceAccount is an account and "
        "aws:SourceArn an ARN (without the Region or account that the service's ARNs leave "
        "empty), aws:SourceIp a public CIDR for IpAddress. Correct the comparison."
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
                problem = (
                    _foreign(statement, test) or _mistyped(test) or _of_service(statement, test)
                )
                if problem:
                    yield Finding(test.value.path, problem)
        for permission in model.of_type("AWS::Lambda::Permission"):
            for arn in permission.values("SourceArn"):
                wrong = impossible(arn)
                if wrong:
                    yield Finding(arn.path, f"SourceArn is never {arn.shown}: {wrong}")


def _foreign(statement: Statement, test: Comparison) -> str | None:
    """A key that no action of the statement carries."""
    negative = "not" in test.operator.lower() or test.operator.lower() == "null"
    names = [action.text for action in statement.actions]
    if negative or not names or not all(name and lacking(test.key, name) for name in names):
        return None
    return f"No request for {', '.join(map(str, names))} carries {test.key}; remove or move it"


def _of_service(statement: Statement, test: Comparison) -> str | None:
    """What these services never bring when they assume a role."""
    if statement.document.kind != "trust" or not statement.principals:
        return None
    services = {label(one.value.text or "") for one in statement.principals}
    if not services <= _PLAIN or any(one.kind != "Service" for one in statement.principals):
        return None
    key, operator = test.key.lower(), test.operator.lower()
    if key == "aws:multifactorauthpresent" and operator == "bool" and test.value.flag:
        return "No service signs in with MFA; remove aws:MultiFactorAuthPresent"
    if key == "sts:externalid" and operator in {*_EXACT, "stringlike"}:
        return f"{', '.join(sorted(services))} brings no sts:ExternalId; use aws:SourceAccount"
    values = [value.follow() for value in test.value.values("*")]
    owned = [one for one in values if one and one.type.startswith("AWS::ECS::")]
    if key == "aws:sourcearn" and services == {"ecs-tasks"} and owned and len(owned) == len(values):
        return (
            f"aws:SourceArn of a task is not {owned[0].logical_id}; compare it with "
            "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:* by ArnLike"
        )
    return None


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
            and (_is_no_account(literal, value.text) or _is_resource(value))
        ):
            return f"aws:SourceAccount is an account id of 12 digits, got {value.shown}"
        wrong = impossible(value) if key.endswith("arn") and "not" not in operator else None
        if wrong:
            return f"{test.key} is never {value.shown}: {wrong}"
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
    # An empty default waits for a value, where another parameter asks for it.
    return literal.startswith("arn:") or bool(text and not re.fullmatch(r"\d{12}", text))


def _is_resource(value: Value) -> bool:
    resource = value.follow()
    attribute = value.reference.attribute if value.reference else None
    return bool(resource and resource.type.startswith("AWS::") and attribute in {None, "Arn"})


def _address(text: str) -> str | None:
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return "is no CIDR"
    # AWS sees the public address of a caller, or none, never its private one.
    private = network.is_private and network.prefixlen > 0
    return "is private, and no request comes from there; use aws:VpcSourceIp" if private else None
