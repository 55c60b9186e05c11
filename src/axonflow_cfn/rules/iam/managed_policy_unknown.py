"""E9519."""

from collections.abc import Iterator
from difflib import get_close_matches

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.tables import names
from axonflow_cfn.rule import DeployabilityRule, Finding

_HOLDERS = ("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group")


class ManagedPolicyUnknown(DeployabilityRule):
    """The ARN of an AWS managed policy that does not exist."""

    id = "E9519"
    shortdesc = "AWS managed policy does not exist, or lacks its path"
    description = (
        "IAM refuses a role whose ManagedPolicyArns names a policy that does not exist (Policy ... "
        "does not exist or is not attachable). Many have a path: "
        "policy/service-role/AmazonECSTaskExecutionRolePolicy. Those below aws-service-role/ "
        "belong to service-linked roles alone."
    )
    source_url = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      ManagedPolicyArns:
        - !Sub arn:${AWS::Partition}:iam::aws:policy/AmazonECSTaskExecutionRolePolicy
"""
    good = bad.replace("policy/Amazon", "policy/service-role/Amazon")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each policy that AWS manages."""
        for holder in model.of_type(*_HOLDERS):
            for arn in holder.values("ManagedPolicyArns.*"):
                name = _name(arn)
                wrong = _wrong(name) if name else None
                if wrong:
                    yield Finding(arn.path, wrong)


def _name(arn: Value) -> str | None:
    """'service-role/X' of 'arn:...:iam::aws:policy/service-role/X'."""
    last = arn.parts[-1] if arn.parts else None
    if not isinstance(last, str) or ":iam::aws:policy/" not in last:
        return None
    return last.partition(":iam::aws:policy/")[2]


def _wrong(name: str) -> str | None:
    known = names("managed_policies")
    if name.startswith("aws-service-role/"):
        return f"{name} is for service-linked roles alone; remove it" if name in known else None
    if name in known:
        return None
    same = [one for one in known if one.rpartition("/")[2] == name.rpartition("/")[2]]
    # AWS adds policies, so that only what looks like a slip is one.
    near = same or get_close_matches(name, sorted(known), n=1, cutoff=0.92)
    return f"There is no managed policy {name}; did you mean {near[0]}?" if near else None
