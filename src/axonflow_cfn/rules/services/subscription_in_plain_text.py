"""W9907."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class SubscriptionInPlainText(DeployabilityRule):
    """Messages that leave the account in plain text."""

    id = "W9907"
    shortdesc = "SNS delivers to an endpoint over plain HTTP"
    description = (
        "The messages, and the token that confirms the subscription, cross the internet in plain "
        "text, and nothing proves who receives them. Use https."
    )
    source_url = "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"
    tags = ["resources", "sns", "security"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: http, Endpoint: 'http://hooks.example.com/orders'}
"""
    good = bad.replace("Protocol: http", "Protocol: https").replace("'http:", "'https:")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at subscriptions, by themselves and of a topic."""
        for kind, path in (
            ("AWS::SNS::Subscription", "Protocol"),
            ("AWS::SNS::Topic", "Subscription.*.Protocol"),
        ):
            for resource in model.of_type(kind):
                for protocol in resource.values(path):
                    if protocol.text == "http":
                        yield Finding(
                            protocol.path, "messages are delivered in plain text; use https"
                        )
