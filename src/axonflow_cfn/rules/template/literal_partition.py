"""I9041."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.functions import texts
from axonflow_cfn.rule import DeployabilityRule, Finding

_ARN = re.compile(r"\barn:(aws(-[a-z]+)*):")


class LiteralPartition(DeployabilityRule):
    """An ARN that is right in one partition only."""

    id = "I9041"
    shortdesc = "ARN names its partition literally"
    description = (
        "An ARN that begins with arn:aws: does not exist in AWS GovCloud (US), China and the "
        "European Sovereign Cloud, where the stack fails. Write arn:${AWS::Partition}: within "
        "Fn::Sub."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "pseudo-parameter-reference.html"
    )
    tags = ["resources", "partitions"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]
"""
    good = bad.replace("[arn:aws:", "[!Sub 'arn:${AWS::Partition}:").replace("Access]", "Access']")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at every string in the properties of resources."""
        for resource in model.resources.values():
            raw = resource.properties
            for text, path in texts(raw.data, raw.path):
                found = _ARN.search(text)
                if found:
                    yield Finding(
                        path,
                        f"{found.group()} is right in partition {found[1]} only; use "
                        "arn:${AWS::Partition}: in Fn::Sub",
                    )
