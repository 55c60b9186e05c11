"""E9753."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_BEGINNING = "aws-waf-logs-"
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
                target = arn.follow(*_NAMES)
                for (name,) in target.cases(_NAMES[target.type]) if target else ():
                    first = name.parts[0] if name.parts else ""
                    literal = first if isinstance(first, str) else None
                    if target and (name.absent or (literal and _differs(literal, name.text))):
                        shown = "a name of its own" if name.absent else name.shown
                        yield Finding(
                            arn.path,
                            f"{target.logical_id} is named {shown}; AWS WAF writes only to names "
                            f"that begin with {_BEGINNING}",
                        )


def _differs(literal: str, whole: str | None) -> bool:
    """Whether a name that begins with a literal can't begin as it has to."""
    return not (
        literal.startswith(_BEGINNING) or (whole is None and _BEGINNING.startswith(literal))
    )
