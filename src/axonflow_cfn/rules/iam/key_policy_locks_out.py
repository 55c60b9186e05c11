"""E9534."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import Statement, covers_action, of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding


class KeyPolicyLocksOut(DeployabilityRule):
    """A key whose policy nobody could change again."""

    id = "E9534"
    shortdesc = "Key policy lets nobody change it"
    description = (
        "KMS refuses a key policy that locks out whoever creates it (The new key policy will not "
        "allow you to update the key policy in the future). Allow kms:* to the account: "
        "arn:aws:iam::<account>:root."
    )
    source_url = "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"
    tags = ["resources", "kms", "iam"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: sns.amazonaws.com}
            Action: [kms:Decrypt, kms:GenerateDataKey]
            Resource: '*'
"""
    good = bad.replace(
        "        Statement:",
        """        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'""",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for somebody who may put a policy."""
        for key in model.of_type("AWS::KMS::Key"):
            own = of_holder(key, "resource")
            bypass = any(v.flag is not False for v in key.values("BypassPolicyLockoutSafetyCheck"))
            if own and not bypass and not any(_may_change(statement) for statement in own):
                for policy in key.values("KeyPolicy"):
                    yield Finding(
                        policy.path,
                        f"The policy of {key.logical_id} lets nobody change it; allow kms:* to the "
                        "account's root",
                    )


def _may_change(statement: Statement) -> bool:
    """Whether a statement may let a person in, as far as it can be told."""
    if statement.effect == "Deny":
        return False
    acts = [a.text is None or covers_action(a, "kms:PutKeyPolicy") for a in statement.actions]
    people = [principal for principal in statement.principals if principal.kind != "Service"]
    unknown = statement.effect is None or not statement.principals
    return (any(acts) or bool(statement.not_actions)) and (bool(people) or unknown)
