"""W9506."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import Statement, covers_action, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class WebIdentityWithoutSubject(DeployabilityRule):
    """A role open to everybody who has an account with an identity provider."""

    id = "W9506"
    shortdesc = "Web identity role does not check who the subject is"
    description = (
        "With AssumeRoleWithWebIdentity and no Condition on the provider's sub (or another claim "
        "than aud), every user of the provider may assume the role: of GitHub, every workflow of "
        "every repository. Compare <provider>:sub with yours."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"
    )
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Federated: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/ids.example
            Action: sts:AssumeRoleWithWebIdentity
            Condition: {StringEquals: {'ids.example:aud': sts.amazonaws.com}}
"""
    good = bad.replace("ids.example:aud", "ids.example:sub")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the claims that each statement compares."""
        for statement in of_kind(model, "trust"):
            if statement.effect == "Allow" and _is_open(statement):
                for principal in statement.principals:
                    if principal.kind == "Federated":
                        yield Finding(
                            principal.value.path,
                            f"Every user of the provider may assume {statement.holder.logical_id}; "
                            "compare its sub in the Condition",
                        )


def _is_open(statement: Statement) -> bool:
    web = any(covers_action(a, "sts:AssumeRoleWithWebIdentity") for a in statement.actions)
    claims = {test.key.rpartition(":")[2].lower() for test in statement.tests}
    hidden = statement.conditional and not statement.tests
    return web and not hidden and claims <= {"aud"}
