"""E9044."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

# How code answers: the request's own URL, or a helper that uses it.
_ANSWERS = ("ResponseURL", "cfnresponse", "cfn-response", "crhelper", "CfnResource")


class CustomResourceNeverAnswers(DeployabilityRule):
    """A custom resource whose function has no way of answering."""

    id = "E9044"
    shortdesc = "Function behind a custom resource never answers CloudFormation"
    description = (
        "CloudFormation waits until the function sends its result to the ResponseURL of the event. "
        "The inline code neither mentions that URL nor uses a helper such as cfnresponse, so the "
        "stack waits for an hour and fails, and again when it is deleted."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "crpg-ref-responses.html"
    )
    tags = ["resources", "lambda", "cloudformation"]
    bad = """
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Code: {ZipFile: 'def handler(event, context): return {}'}
  Setup:
    Type: Custom::Setup
    Properties: {ServiceToken: !GetAtt Function.Arn, ServiceTimeout: 60}
"""
    good = bad.replace("def handler(event, context): return {}",
                       "import cfnresponse")  # fmt: skip

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the inline code of the function behind each custom resource."""
        for resource in model.resources.values():
            custom = resource.type.startswith("Custom::")
            if custom or resource.type == "AWS::CloudFormation::CustomResource":
                for token in resource.values("ServiceToken"):
                    function = token.follow("AWS::Lambda::Function")
                    for code in function.values("Code.ZipFile") if function else ():
                        if _silent(code):
                            yield Finding(
                                code.path,
                                f"{resource.logical_id} waits for an answer that this code never "
                                "sends; use cfnresponse or post to the event's ResponseURL",
                            )


def _silent(code: Value) -> bool:
    return code.text is not None and not any(word in code.text for word in _ANSWERS)
