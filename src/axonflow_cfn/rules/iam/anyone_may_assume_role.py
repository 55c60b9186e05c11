"""W9505."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class AnyoneMayAssumeRole(DeployabilityRule):
    """A role open to every AWS account."""

    id = "W9505"
    shortdesc = "Role can be assumed from any AWS account"
    description = (
        "The principal * of a trust policy lets everybody with an AWS account assume the role, "
        "with all it may do. Name the service or account, or add a Condition such as "
        "aws:PrincipalOrgID."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {AWS: '*'}, Action: sts:AssumeRole}]
"""
    good = bad.replace("AWS: '*'", "Service: ecs-tasks.amazonaws.com")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for everybody without a condition."""
        for statement in of_kind(model, "trust"):
            if statement.effect == "Allow" and not statement.conditional:
                for principal in statement.principals:
                    if principal.everybody:
                        yield Finding(
                            principal.value.path,
                            f"Any AWS account may assume {statement.holder.logical_id}; name who "
                            "may, or add a Condition",
                        )
