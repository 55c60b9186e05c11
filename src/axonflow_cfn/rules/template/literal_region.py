"""W9042."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.functions import texts
from axonflow_cfn.rule import DeployabilityRule, Finding

_REGION = r"(?P<region>[a-z]{2}(-[a-z]+)+-\d)"
_ARN = re.compile(
    rf"\barn:(aws[a-z-]*|\$\{{AWS::Partition\}}):(?P<service>[a-z0-9-]+):{_REGION}:"
    r"\$\{AWS::AccountId\}:"
)
# Services that keep what the whole account uses in one Region.
_ELSEWHERE = {"acm", "lambda", "route53", "waf", "wafv2"}


class LiteralRegion(DeployabilityRule):
    """An ARN of the stack's own account in a Region of its own."""

    id = "W9042"
    shortdesc = "ARN takes the account from the stack but names the Region literally"
    description = (
        "The ARN follows the stack into another account but not into another Region: there, "
        "policies and integrations point at resources that do not exist. Write ${AWS::Region}. "
        "What CloudFront uses from us-east-1 (certificates, functions, web ACLs) is let through."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "pseudo-parameter-reference.html"
    )
    tags = ["resources", "regions"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          Effect: Allow
          Action: logs:PutLogEvents
          Resource: !Sub arn:${AWS::Partition}:logs:eu-west-1:${AWS::AccountId}:log-group:/app:*
"""
    good = bad.replace("eu-west-1", "${AWS::Region}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at every string in the properties of resources."""
        found = [
            (path, arn)
            for resource in model.resources.values()
            for text, path in texts(resource.properties.data, resource.properties.path)
            if (arn := _ARN.search(text)) and arn["service"] not in _ELSEWHERE
        ]
        if len({arn["region"] for _, arn in found}) > 1:
            return  # a template of several Regions means them
        for path, arn in found:
            yield Finding(
                path,
                f"{arn.group()} follows the stack's account but stays in {arn['region']}; use "
                "${AWS::Region}",
            )
