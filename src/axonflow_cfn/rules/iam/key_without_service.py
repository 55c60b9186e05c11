"""E9535."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, Part, Resource, Symbol, TemplateModel, Value
from axonflow_cfn.model.arns import matches
from axonflow_cfn.model.policies import Comparison, Statement, of_holder
from axonflow_cfn.model.principals import label
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONTEXT = "kms:encryptioncontext:aws:logs:arn"
_PATTERNS, _EXACT = {"arnlike", "arnequals", "stringlike"}, {"stringequals"}


class KeyWithoutService(DeployabilityRule):
    """A log group under a key that CloudWatch Logs may not use."""

    id = "E9535"
    shortdesc = "Key of a log group does not let CloudWatch Logs in"
    description = (
        "CloudWatch Logs refuses a log group whose key it may not use (The specified KMS key does "
        "not exist or is not allowed to be used), and one named by key id instead of ARN. Allow "
        "logs.<region>.amazonaws.com kms:Encrypt*, Decrypt*, ReEncrypt*, GenerateDataKey* and "
        "Describe* in the key's policy, for log groups whose ARN its condition matches, and give "
        "GetAtt Arn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"
    )
    tags = ["resources", "kms", "logs"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Group:
    Type: AWS::Logs::LogGroup
    Properties: {KmsKeyId: !GetAtt Key.Arn}
"""
    good = bad.replace(
        "  Group:",
        """          - Effect: Allow
            Principal: {Service: !Sub 'logs.${AWS::Region}.amazonaws.com'}
            Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*',
              'kms:Describe*']
            Resource: '*'
  Group:""",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each log group to the policy of its key."""
        for group in model.of_type("AWS::Logs::LogGroup"):
            for name, value in group.cases("LogGroupName", "KmsKeyId"):
                key = value.follow("AWS::KMS::Key")
                found = list(_key(group, name, value, key)) if key else []
                yield from found
                if found:  # each value of a parameter would say it again
                    break


def _key(group: Resource, name: Value, value: Value, key: Resource) -> Iterator[Finding]:
    if value.reference and value.reference.attribute is None:
        yield Finding(
            value.path,
            f"Ref of {key.logical_id} is its id, a log group takes its ARN; use GetAtt Arn",
        )
    own = of_holder(key, "resource")
    open_to_logs = [one for one in own if _lets_in(one) and one.origin.given(name.when)]
    if own and not open_to_logs:
        yield Finding(
            value.path,
            f"The policy of {key.logical_id} does not let logs.<region>.amazonaws.com in, so that "
            "the log group can't be created",
        )
    for_others = [_for_others(one, _arn(group, name), name) for one in open_to_logs]
    if for_others and for_others[0] and all(for_others):
        shown = name.shown if name.parts else "a generated name"
        yield Finding(
            for_others[0].value.path,
            f"{for_others[0].key} does not match log group {group.logical_id} ({shown}), so that "
            "it can't be created; correct the pattern or the name",
        )


def _arn(group: Resource, name: Value) -> tuple[Part, ...]:
    """The ARN that CloudWatch Logs puts into the encryption context, without ':*'."""
    generated = (Symbol("AWS::StackName"), f"-{group.logical_id}-", UNKNOWN)
    return (
        *("arn:", Symbol("AWS::Partition"), ":logs:", Symbol("AWS::Region"), ":"),
        *(Symbol("AWS::AccountId"), ":log-group:", *(generated if name.absent else name.parts)),
    )


def _for_others(statement: Statement, arn: tuple[Part, ...], name: Value) -> Comparison | None:
    """The line of a Condition that certainly keeps a log group out."""
    for test in statement.tests:
        operator = test.operator.lower().removesuffix("ifexists")
        known = test.key.lower() == _CONTEXT and operator in _PATTERNS | _EXACT
        values = [one for v in test.value.values("*") if (one := v.given(name.when))]
        if known and values and not any(_may_match(operator, one, arn) for one in values):
            return test
    return None


def _may_match(operator: str, value: Value, arn: tuple[Part, ...]) -> bool:
    literal = "".join(part for part in value.parts if isinstance(part, str))
    if operator in _EXACT and ("*" in literal or "?" in literal):
        return False  # letters like any other there
    # Some write the ':*' that ends the ARN elsewhere, and it is not sure that this fails.
    return matches(value.parts, arn) is not False or matches(value.parts, (*arn, ":")) is not False


def _lets_in(statement: Statement) -> bool:
    if statement.effect == "Deny":
        return False
    return not statement.principals or any(
        _is_logs(principal.value)
        for principal in statement.principals
        if principal.kind in {"Service", "*"}
    )


def _is_logs(value: Value) -> bool:
    if value.text is None:
        first = value.parts[0] if value.parts else ""
        return not isinstance(first, str) or first.startswith("logs.")
    return value.text == "*" or label(value.text) == "logs"
