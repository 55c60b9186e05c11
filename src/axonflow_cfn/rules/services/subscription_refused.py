"""E9905."""

import json
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_BEGINNINGS = {
    "http": "http://",
    "https": "https://",
    "sqs": "arn:",
    "lambda": "arn:",
    "firehose": "arn:",
}
_RAW = {"sqs", "http", "https", "firehose"}


class SubscriptionRefused(DeployabilityRule):
    """A subscription whose endpoint or options do not fit its protocol."""

    id = "E9905"
    shortdesc = "SNS refuses the subscription"
    description = (
        "The endpoint must be of the protocol's kind: an address for email, a URL of that scheme "
        "for http and https, an ARN for sqs, lambda and firehose. RawMessageDelivery goes with "
        "sqs, http, https and firehose; FilterPolicy is a JSON object."
    )
    source_url = "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html"
    tags = ["resources", "sns"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: https, Endpoint: hooks.example.com/orders}
"""
    good = bad.replace("hooks", "https://hooks")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the literal beginning of each endpoint, and at the options."""
        for subscription in model.of_type("AWS::SNS::Subscription"):
            for protocol, endpoint, raw in subscription.cases(
                "Protocol", "Endpoint", "RawMessageDelivery"
            ):
                problem = _problem(protocol.text or "", endpoint)
                if problem:
                    yield Finding(endpoint.path, f"Endpoint {endpoint.shown} {problem}")
                if raw.flag and protocol.text and protocol.text not in _RAW:
                    yield Finding(
                        raw.path, f"RawMessageDelivery does not go with {protocol.text}; remove it"
                    )
            for policy in subscription.values("FilterPolicy"):
                if policy.text is not None and not _is_object(policy.text):
                    yield Finding(policy.path, "FilterPolicy is no JSON object")


def _problem(protocol: str, endpoint: Value) -> str:
    first = endpoint.parts[0] if endpoint.parts else None
    if not isinstance(first, str):
        return ""
    needed = _BEGINNINGS.get(protocol)
    if needed and not first.startswith(needed):
        return f"does not begin with {needed}, as {protocol} needs"
    if protocol in {"email", "email-json"} and endpoint.text and "@" not in endpoint.text:
        return "is no email address"
    return ""


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except json.JSONDecodeError:
        return False
