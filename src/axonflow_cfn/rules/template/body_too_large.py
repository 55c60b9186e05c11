"""W9030."""

import json
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_LIMIT = 51_200


class BodyTooLarge(DeployabilityRule):
    """A template that can't be passed as it is."""

    id = "W9030"
    shortdesc = "Template is too large to be passed without a bucket"
    description = (
        "CreateStack, UpdateStack and CreateChangeSet take at most 51,200 bytes as TemplateBody; a "
        "larger template has to lie in an S3 bucket first, which not everybody who deploys it has. "
        "The size is measured as JSON without blanks, so comments and indentation do not count. "
        "Shorten descriptions and metadata, or split the template."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"
    )
    tags = ["template", "limits"]
    bad = f"""
Metadata: {{Notes: {"x" * _LIMIT}}}
Resources:
  Topic: {{Type: AWS::SNS::Topic}}
"""
    good = """
Metadata: {Notes: x}
Resources:
  Topic: {Type: AWS::SNS::Topic}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Measure the template."""
        body = json.dumps(model.template, separators=(",", ":"), ensure_ascii=False, default=str)
        size = len(body.encode())
        if size > _LIMIT:
            yield Finding(
                ("Resources",),
                f"the template has {size:,} bytes even as JSON without blanks, CloudFormation "
                f"takes {_LIMIT:,} as TemplateBody; shorten it or ship it through S3",
            )
