"""W9522."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class LongLivedCredentials(DeployabilityRule):
    """An access key made by the template."""

    id = "W9522"
    shortdesc = "Template creates a long-lived access key"
    description = (
        "An access key does not expire, and its secret is readable wherever the template passes "
        "it, outputs included. Give the task, function or instance a role instead."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  User: {Type: AWS::IAM::User}
  Key: {Type: AWS::IAM::AccessKey, Properties: {UserName: !Ref User}}
Outputs:
  Secret: {Value: !GetAtt Key.SecretAccessKey}
"""
    good = """
Resources:
  User: {Type: AWS::IAM::User}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for keys, and for outputs that show them."""
        for key in model.of_type("AWS::IAM::AccessKey"):
            yield Finding(key.path, f"{key.logical_id} is a key that does not expire; use a role")
        for name, output in model.outputs.items():
            for value in output.values("Value"):
                for part in value.parts:
                    if isinstance(part, Reference) and part.attribute == "SecretAccessKey":
                        yield Finding(
                            value.path,
                            f"Output {name} shows the secret of {part.logical_id} to whoever may "
                            "describe the stack; remove it",
                        )
