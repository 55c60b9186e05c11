"""E9543."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.policies import statements
from axonflow_cfn.rule import DeployabilityRule, Finding

_NAMES = ("AWS::IAM::Group", "AWS::IAM::InstanceProfile", "AWS::IAM::Role", "AWS::IAM::User")


class PrincipalRefused(DeployabilityRule):
    """A principal that is no account, role or user."""

    id = "E9543"
    shortdesc = "AWS principal of a policy can't be one"
    description = (
        "AWS refuses the policy (Invalid principal in policy): an AWS principal is * alone, an "
        "account id of 12 digits, or the ARN of an account, role or user, without wildcards; a "
        "name, a group or an instance profile is none. Give GetAtt Arn, or name the account and "
        "compare aws:PrincipalArn."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/deploy-*'}
            Action: sts:AssumeRole
"""
    good = bad.replace("role/deploy-*", "role/deploy")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each AWS principal."""
        for statement in statements(model):
            if statement.document.kind == "endpoint":
                continue
            for principal in (*statement.principals, *statement.excluded):
                problem = _problem(principal.value) if principal.kind == "AWS" else None
                if problem:
                    yield Finding(principal.value.path, problem)


def _problem(value: Value) -> str | None:
    named = value.follow(*_NAMES)
    attribute = value.reference.attribute if value.reference else None
    if named and (attribute is None or named.type in {_NAMES[0], _NAMES[1]}):
        return f"{value.shown} is no principal; give the ARN (GetAtt Arn) of a role or user"
    literal = "".join(part if isinstance(part, str) else "x" for part in value.parts)
    if literal.startswith("arn:"):
        if re.search(r"[*?]", literal):
            return f"A principal takes no wildcard, got {value.shown}"
        if re.search(r":iam::[^:]*:(group|instance-profile)/", literal):
            return f"{value.shown} is no principal; give the ARN of a role or user"
        return None
    known = value.text is not None and value.text != "*"
    # An id of IAM itself (AROA..., AIDA...) is what a deleted principal turns into.
    if known and not re.fullmatch(r"\d{12}|A[A-Z0-9]{15,}|.*\.amazonaws\.com(\.cn)?", literal):
        return f"{value.shown} is neither an account id of 12 digits nor an ARN"
    return None
