"""I9045."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class CustomResourceWithoutTimeout(DeployabilityRule):
    """A custom resource that may hold the stack up for an hour."""

    id = "I9045"
    shortdesc = "Custom resource without ServiceTimeout waits up to an hour"
    description = (
        "When the function behind a custom resource fails before it answers, CloudFormation waits "
        "for ServiceTimeout, 3600 seconds if it is not given, and once more during the rollback. "
        "Give the seconds that the function really needs."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-cloudformation-customresource.html"
    )
    tags = ["resources", "cloudformation"]
    bad = """
Resources:
  Setup:
    Type: Custom::Setup
    Properties: {ServiceToken: !ImportValue setup-function}
"""
    good = bad.replace("{ServiceToken", "{ServiceTimeout: 60, ServiceToken")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the property."""
        for resource in model.resources.values():
            custom = resource.type.startswith("Custom::")
            if custom or resource.type == "AWS::CloudFormation::CustomResource":
                for (timeout,) in resource.cases("ServiceTimeout"):
                    if timeout.absent:
                        yield Finding(
                            resource.path,
                            f"{resource.logical_id} has no ServiceTimeout, so a function that does "
                            "not answer holds the stack up for an hour; give one",
                        )
                        break
