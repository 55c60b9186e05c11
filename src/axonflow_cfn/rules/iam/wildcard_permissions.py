"""W9508."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import Statement, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# Whole services that act on nothing of their own.
_HARMLESS = {"ec2messages", "ssmmessages", "xray", "tag", "pricing"}
# AWS managed policies that do the same for one service.
_FULL = re.compile(r":aws:policy/(?:[\w-]+/)*((?!AWSXray|AWSPriceList)[\w-]+FullAccess)$")


class WildcardPermissions(DeployabilityRule):
    """All actions of a service, or of all, on every resource."""

    id = "W9508"
    shortdesc = "Policy allows all actions of a service on every resource"
    description = (
        "Action: * (or service:*) with Resource: * gives whoever takes over a task the whole "
        "account or service. List the actions that are used, and the resources they act on."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]
"""
    good = bad.replace("'s3:*'", "s3:ListAllMyBuckets")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at unconditional statements on everything."""
        for statement in of_kind(model, "identity"):
            if statement.effect == "Allow" and not statement.conditional and _everything(statement):
                for action in statement.actions:
                    service, _, name = (action.text or "").partition(":")
                    if action.text == "*" or (name == "*" and service not in _HARMLESS):
                        yield Finding(
                            action.path,
                            f"{action.shown} on Resource * allows "
                            f"{'everything' if service == '*' else f'all of {service}'}; list "
                            "actions and resources",
                        )
        for holder in model.of_type("AWS::IAM::Role", "AWS::IAM::Group", "AWS::IAM::User"):
            for arn in holder.values("ManagedPolicyArns.*"):
                last = arn.parts[-1] if arn.parts else ""
                match = _FULL.search(last) if isinstance(last, str) else None
                if match:
                    yield Finding(
                        arn.path,
                        f"{match[1]} allows all of its service on every resource; list actions "
                        "and resources",
                    )


def _everything(statement: Statement) -> bool:
    return any(resource.text == "*" for resource in statement.resources)
