"""E9560."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_KINDS = {"COGNITO_USER_POOLS", "CUSTOM"}


class MethodWithoutAuthorizer(DeployabilityRule):
    """A method that is to ask an authorizer, and names none."""

    id = "E9560"
    shortdesc = "Method of an API has an authorization type without an authorizer"
    description = (
        "API Gateway refuses the method: 'Invalid authorizer ID specified. Setting the "
        "authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.' Name "
        "the authorizer in AuthorizerId."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-apigateway-method.html"
    )
    tags = ["resources", "apigateway"]
    bad = """
Parameters:
  Api: {Type: String}
  Root: {Type: String}
  Users: {Type: String}
Resources:
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Root
      HttpMethod: GET
      AuthorizationType: CUSTOM
"""
    good = bad + "      AuthorizerId: !Ref Users\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the pair of properties."""
        for method in model.of_type("AWS::ApiGateway::Method"):
            for kind, named in method.cases("AuthorizationType", "AuthorizerId"):
                if kind.text in _KINDS and named.absent:
                    yield Finding(
                        kind.path,
                        f"AuthorizationType {kind.shown} needs an authorizer; name it in "
                        "AuthorizerId",
                    )
