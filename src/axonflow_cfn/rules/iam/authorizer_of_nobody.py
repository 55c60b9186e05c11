"""W9554."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.template import mentions
from axonflow_cfn.rule import DeployabilityRule, Finding

_AUTHORIZERS = ("AWS::ApiGateway::Authorizer", "AWS::ApiGatewayV2::Authorizer")
# What may use an authorizer without a reference to it.
_APIS = {
    "AWS::ApiGateway::RestApi": ("Body", "BodyS3Location", "CloneFrom"),
    "AWS::ApiGatewayV2::Api": ("Body", "BodyS3Location"),
}


class AuthorizerOfNobody(DeployabilityRule):
    """An authorizer that nobody is asked by, so that the API is open."""

    id = "W9554"
    shortdesc = "No method or route of the API uses the authorizer"
    description = (
        "An authorizer protects only methods and routes that name it in AuthorizerId, with the "
        "matching AuthorizationType; with NONE, or without AuthorizerId, anybody may call them. "
        "Name it there, or remove it."
    )
    source_url = (
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
        "apigateway-use-lambda-authorizer.html"
    )
    tags = ["resources", "apigateway", "security"]
    bad = """
Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: app, ProtocolType: HTTP}}
  Users:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: users
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: {Audience: [app], Issuer: 'https://example.com'}
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: GET /, AuthorizationType: NONE}
"""
    good = bad.replace(
        "AuthorizationType: NONE", "AuthorizationType: JWT, AuthorizerId: !Ref Users"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for authorizers that nothing refers to, and methods that do without theirs."""
        shown = {mention.name for mention in mentions(model.template.get("Outputs"))}
        elsewhere = any(
            True
            for kind, paths in _APIS.items()
            for api in model.of_type(kind)
            for path in paths
            for _ in api.values(path)
        )
        for authorizer in model.of_type(*_AUTHORIZERS):
            used = model.users_of(authorizer.logical_id) or authorizer.logical_id in shown
            if not used and not elsewhere and _routes(model):
                yield Finding(
                    authorizer.path,
                    f"no method or route asks {authorizer.logical_id}; name it in AuthorizerId",
                )
        for method in model.of_type("AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"):
            for kind, named in method.cases("AuthorizationType", "AuthorizerId"):
                idle = named.follow(*_AUTHORIZERS)
                if kind.text == "NONE" and idle:
                    yield Finding(
                        kind.path,
                        f"AuthorizationType {kind.shown} makes {idle.logical_id} idle: "
                        "anybody may call this; give the authorizer's type",
                    )


def _routes(model: TemplateModel) -> bool:
    """Whether the methods of the API stand in this template."""
    return bool(model.of_type("AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"))
