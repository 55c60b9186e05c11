"""W9511."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# Each lets its holder give itself what it lacks.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
_ESCALATING = (
    "iam:addusertogroup",
    "iam:attachgrouppolicy",
    "iam:attachrolepolicy",
    "iam:attachuserpolicy",
    "iam:createaccesskey",
    "iam:createloginprofile",
    "iam:createpolicyversion",
    "iam:deleterolepermissionsboundary",
    "iam:putgrouppolicy",
    "iam:putrolepermissionsboundary",
    "iam:putrolepolicy",
    "iam:putuserpolicy",
    "iam:setdefaultpolicyversion",
    "iam:updateassumerolepolicy",
    "iam:updateloginprofile",
)


class PrivilegeEscalation(DeployabilityRule):
    """A policy whose holder can make itself an administrator."""

    id = "W9511"
    shortdesc = "Policy lets its holder give itself more permissions"
    description = (
        "Actions such as iam:AttachRolePolicy, iam:PutRolePolicy or iam:CreatePolicyVersion on "
        "every resource let whoever takes over the role make itself an administrator. Remove them, "
        "name the resources, or demand a permissions boundary in the Condition."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: 'iam:AttachRolePolicy', Resource: '*'}]
"""
    good = bad.replace("'*'", "!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app-task'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at unconditional statements on everything."""
        for statement in of_kind(model, "identity"):
            everything = any(resource.text == "*" for resource in statement.resources)
            if statement.effect == "Allow" and everything and not statement.conditional:
                for action in statement.actions:
                    pattern = (action.text or "").lower()
                    # All of IAM is W9508's.
                    covered = [one for one in _ESCALATING if fnmatchcase(one, pattern)]
                    if covered and pattern not in {"*", "iam:*"}:
                        yield Finding(
                            action.path,
                            f"{action.shown} on Resource * lets its holder give itself any "
                            "permission; name the resources or remove it",
                        )
