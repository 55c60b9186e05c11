"""E9753."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, TemplateModel, Value
from axonflow_cfn.model.values import compose
from axonflow_cfn.rule import DeployabilityRule, Finding

_BEGINNING = "aws-waf-logs-"
_BEFORE_NAME = re.compile(r":(log-group:|deliverystream/|s3:::)")
# Type: the property with its name.
_NAMES = {
    "AWS::KinesisFirehose::DeliveryStream": "DeliveryStreamName",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::S3::Bucket": "BucketName",
}


class WebAclLogDestination(DeployabilityRule):
    """Logs of a web ACL that go to something of the wrong name."""

    id = "E9753"
    shortdesc = "Destination of WAF logs is not named aws-waf-logs-*"
    description = (
        "AWS WAF refuses the logging configuration (WAFInvalidParameterException: The ARN isn't "
        "valid): the log group, bucket or delivery stream has to be named aws-waf-logs- and "
        "something. A name made by CloudFormation never begins so."
    )
    source_url = "https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html"
    tags = ["resources", "waf", "logs"]
    bad = """
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Delete
    UpdateReplacePolicy: Delete
    Properties: {LogGroupName: !Sub 'waf-${AWS::StackName}', RetentionInDays: 30}
  Logging:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties: {ResourceArn: !Ref AWS::NoValue, LogDestinationConfigs: [!GetAtt Logs.Arn]}
"""
    good = bad.replace("waf-${", "aws-waf-logs-${")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the name of each destination."""
        for logging in model.of_type("AWS::WAFv2::LoggingConfiguration"):
            for arn in logging.values("LogDestinationConfigs.*"):
                named = _name(arn)
                target = named.follow(*_NAMES)
                if not target:
                    yield from _finding(arn, named, "The destination")
                    continue
                for (name,) in target.cases(_NAMES[target.type]):
                    yield from _finding(arn, name, target.logical_id)


def _finding(arn: Value, name: Value, who: str) -> Iterator[Finding]:
    first = name.parts[0] if name.parts else ""
    if name.absent or (isinstance(first, str) and first and _differs(first, name.text)):
        shown = "a name of its own" if name.absent else name.shown
        yield Finding(
            arn.path,
            f"{who} is named {shown}; AWS WAF writes only to names that begin with {_BEGINNING}",
        )


def _name(arn: Value) -> Value:
    """What names the destination: the reference itself, or what an ARN put together ends with."""
    if arn.reference:
        return arn
    pieces = list(arn.parts)
    for index, piece in enumerate(pieces):
        found = _BEFORE_NAME.search(piece) if isinstance(piece, str) else None
        if found and isinstance(piece, str):
            name = [piece[found.end() :], *pieces[index + 1 :]]
            if name[-1] == ":*":  # after the name of a log group
                name.pop()
            return arn.but(data=compose(name))
    return arn.but(data=UNKNOWN)


def _differs(literal: str, whole: str | None) -> bool:
    """Whether a name that begins with a literal can't begin as it has to."""
    return not (
        literal.startswith(_BEGINNING) or (whole is None and _BEGINNING.startswith(literal))
    )
