"""W9047."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_CUSTOM = "AWS::CloudFormation::CustomResource"


class CustomResourceGivesUpEarly(DeployabilityRule):
    """A custom resource that waits for less time than its function may work."""

    id = "W9047"
    shortdesc = "CloudFormation stops waiting before the function's Timeout"
    description = (
        "When the function needs longer than the custom resource's ServiceTimeout, CloudFormation "
        "rolls the stack back while the function goes on with its work. Give at least the "
        "function's Timeout and the seconds in which it starts and answers."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-cloudformation-customresource.html"
    )
    tags = ["resources", "cloudformation", "lambda"]
    bad = """
Resources:
  Migrate:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/migrate
      Runtime: python3.13
      Handler: index.handler
      Timeout: 900
      Code: {S3Bucket: code, S3Key: migrate.zip}
  Migration:
    Type: Custom::Migration
    Properties: {ServiceToken: !GetAtt Migrate.Arn, ServiceTimeout: 120}
"""
    good = bad.replace("120", "960")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare both times wherever the function is of the same template."""
        for resource in model.resources.values():
            if resource.type.startswith("Custom::") or resource.type == _CUSTOM:
                for token, waits in resource.cases("ServiceToken", "ServiceTimeout"):
                    function = token.follow("AWS::Lambda::Function")
                    for works in function.values("Timeout") if function else ():
                        if _shorter(waits, works) and model.together(waits, works) is not None:
                            yield Finding(
                                waits.path,
                                f"CloudFormation waits {waits.shown} seconds for its function, "
                                f"which may work for {works.shown}; give more than that",
                            )


def _shorter(waits: Value, works: Value) -> bool:
    return waits.number is not None and works.number is not None and waits.number < works.number
