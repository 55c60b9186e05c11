"""W9553."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_KEYS = ("AWS::KMS::Key", "AWS::KMS::ReplicaKey")
# What names a key without encrypting with it.
_HARMLESS = ("AWS::CloudWatch::", "AWS::IAM::", "AWS::KMS::", "AWS::SSM::Parameter", "Custom::")


class DisabledKeyInUse(DeployabilityRule):
    """A key that is switched off, while resources encrypt with it."""

    id = "W9553"
    shortdesc = "Resources encrypt with a KMS key that is disabled"
    description = (
        "A disabled key encrypts and decrypts nothing: what is created with it fails, or fails as "
        "soon as it stores or reads data (DisabledException, KMSInvalidStateException). Remove "
        "Enabled: false."
    )
    source_url = "https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"
    tags = ["resources", "kms"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      Enabled: false
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
"""
    good = bad.replace("Enabled: false", "EnableKeyRotation: true")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for users of each key that is certainly disabled."""
        for key in model.of_type(*_KEYS):
            users = [user.logical_id for user in _users(key)]
            for enabled in key.values("Enabled"):
                if enabled.flag is False and users:
                    yield Finding(
                        enabled.path,
                        f"{key.logical_id} is disabled although {users[0]} encrypts with it; set "
                        "Enabled to true",
                    )


def _users(key: Resource) -> Iterator[Resource]:
    """The resources with a property that is this very key, by id or ARN."""
    for user in key.model.users_of(key.logical_id):
        if user.type.startswith(_HARMLESS) or user.type.endswith("Policy"):
            continue
        for mention in key.model.mentions(user.logical_id):
            named = [str(part) for part in mention.path[2:] if "kms" in str(part).lower()]
            encrypts = named or str(mention.path[-1]) in {"EncryptionKeyArn", "KeyId"}
            if mention.name == key.logical_id and encrypts:
                yield user
                break
