"""E9518."""

import json
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.policies import documents
from axonflow_cfn.rule import DeployabilityRule, Finding

# Characters without white space.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
_LIMITS = {
    ("AWS::IAM::Role", "trust"): 4096,
    ("AWS::IAM::Role", "identity"): 10240,
    ("AWS::IAM::Group", "identity"): 5120,
    ("AWS::IAM::User", "identity"): 2048,
    ("AWS::IAM::ManagedPolicy", "identity"): 6144,
    ("AWS::IAM::Policy", "identity"): 10240,
    ("AWS::KMS::Key", "resource"): 32768,
    ("AWS::S3::BucketPolicy", "resource"): 20480,
}
# The default quota; it can be raised.
_MOST_ATTACHED = 10


class PolicyTooLong(DeployabilityRule):
    """A policy above the limit of its kind."""

    id = "E9518"
    shortdesc = "Policy is longer than IAM takes, or too many are attached"
    description = (
        "IAM counts the characters of a policy without white space, and refuses more than 6144 in "
        "a managed policy, 10240 in all inline policies of a role, 4096 in a trust policy, and, "
        "unless the account's quota is raised, more than 10 managed policies of a role. Split or "
        "shorten it, with wildcards for actions."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"
    tags = ["resources", "iam"]
    bad = f"""
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: {[f"arn:aws:s3:::a-bucket-of-a-long-name-{n}/*" for n in range(160)]}
"""
    good = bad.replace("ManagedPolicy", "RolePolicy").replace(
        "    Properties:", "    Properties:\n      RoleName: app\n      PolicyName: app"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Add up what is certain of each policy."""
        lengths: dict[tuple[str, str], int] = {}
        for document in documents(model):
            holder, kind = document.holder, document.kind
            # Branches are alternatives: only what is there in any case adds up.
            certain = document.value.when == holder.when
            limit = _LIMITS.get((holder.type, kind))
            if limit is None or not certain:
                continue
            key = (holder.logical_id, kind)
            before = lengths.get(key, 0)
            lengths[key] = before + _length(document.value)
            if before <= limit < lengths[key]:
                yield Finding(
                    document.value.path,
                    f"The policy of {holder.logical_id} has at least {lengths[key]} characters, "
                    f"{holder.type} takes {limit}; split it",
                )
        for role in model.of_type("AWS::IAM::Role"):
            for arns in role.values("ManagedPolicyArns"):
                for elements in arns.elements():
                    if len(elements) > _MOST_ATTACHED:
                        yield Finding(
                            arns.path,
                            f"{role.logical_id} has {len(elements)} managed policies, IAM attaches "
                            f"{_MOST_ATTACHED} unless the quota is raised",
                        )


def _length(document: Value) -> int:
    """The characters of its JSON without white space, each function counting as none."""
    return len("".join(json.dumps(_literal(document.data), separators=(",", ":")).split()))


def _literal(node: object) -> object:
    if isinstance(node, list):
        return [_literal(item) for item in node]
    if not isinstance(node, dict):
        return node if isinstance(node, str | int | float | bool) else ""
    if len(node) == 1 and str(next(iter(node))).startswith(("Ref", "Fn::")):
        return ""
    return {str(key): _literal(item) for key, item in node.items()}
