"""W9512."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_HOLDERS = ("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group")
_BROAD = {"AdministratorAccess", "IAMFullAccess", "PowerUserAccess"}


class AdministratorPolicy(DeployabilityRule):
    """A managed policy for people on a role of the application."""

    id = "W9512"
    shortdesc = "Role has an administrator's managed policy"
    description = (
        "AdministratorAccess, PowerUserAccess and IAMFullAccess give whoever takes over the holder "
        "the account. Attach the actions and resources that are used."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess']
"""
    good = bad.replace("AdministratorAccess", "ReadOnlyAccess")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the managed policies of each holder."""
        for holder in model.of_type(*_HOLDERS):
            for arn in holder.values("ManagedPolicyArns.*"):
                last = arn.parts[-1] if arn.parts else ""
                name = last.rpartition("/")[2] if isinstance(last, str) else ""
                if name in _BROAD:
                    yield Finding(
                        arn.path,
                        f"{name} makes {holder.logical_id} an administrator; attach only what is "
                        "used",
                    )
