"""E9561."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_PLAIN = re.compile(r"http://(?!(localhost|127\.0\.0\.1|\[::1\])([:/]|$))", re.IGNORECASE)
_PATHS = ("CallbackURLs.*", "DefaultRedirectURI")


class CallbackRefused(DeployabilityRule):
    """An address that Cognito does not send tokens to."""

    id = "E9561"
    shortdesc = "Callback URL of a user pool client is not HTTPS, or has a fragment"
    description = (
        "Cognito takes callback URLs with https, http for localhost only, and schemes of apps such "
        "as myapp://; none may have a fragment (#). Otherwise tokens would cross the network in "
        "plain text."
    )
    source_url = (
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
        "API_CreateUserPoolClient.html"
    )
    tags = ["resources", "cognito", "security"]
    bad = """
Parameters:
  Pool: {Type: String}
Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: {UserPoolId: !Ref Pool, CallbackURLs: ['http://app.example.com/login']}
"""
    good = bad.replace("http:", "https:")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each address begins with, and for fragments."""
        for client in model.of_type("AWS::Cognito::UserPoolClient"):
            for path in _PATHS:
                for url in client.values(path):
                    first = url.parts[0] if url.parts else None
                    # Of 'http://${Host}' the host is not known to be another than localhost.
                    plain = isinstance(first, str) and _PLAIN.match(first) and first != "http://"
                    if plain:
                        yield Finding(url.path, f"{url.shown} is not HTTPS; give an https address")
                    elif any("#" in part for part in url.parts if isinstance(part, str)):
                        yield Finding(url.path, f"{url.shown} has a fragment; leave out # and on")
