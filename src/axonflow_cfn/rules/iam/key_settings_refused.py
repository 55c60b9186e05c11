"""E9537."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.rule import DeployabilityRule, Finding

_SYMMETRIC = "SYMMETRIC_DEFAULT"
_USAGES = {
    "RSA": {"ENCRYPT_DECRYPT", "SIGN_VERIFY"},
    "ECC": {"KEY_AGREEMENT", "SIGN_VERIFY"},
    "HMAC": {"GENERATE_VERIFY_MAC"},
    "SYMMETRIC": {"ENCRYPT_DECRYPT"},
}


class KeySettingsRefused(DeployabilityRule):
    """A key that KMS does not make."""

    id = "E9537"
    shortdesc = "KMS refuses the usage or the rotation of the key"
    description = (
        "KMS refuses a KeyUsage that the KeySpec does not have, and rotation of a key that is not "
        "symmetric. Change the setting."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-kms-key.html"
    )
    tags = ["resources", "kms"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: {KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY, EnableKeyRotation: true}
"""
    good = bad.replace(", EnableKeyRotation: true", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each key."""
        for key in model.of_type("AWS::KMS::Key"):
            for spec, usage, rotation in key.cases("KeySpec", "KeyUsage", "EnableKeyRotation"):
                if not plausible(model, usage.when):
                    continue
                kind = spec.text or (_SYMMETRIC if spec.absent else "")
                usages = _USAGES.get(kind.partition("_")[0])
                if usages and usage.text and usage.text not in usages:
                    yield Finding(
                        usage.path,
                        f"A key of {kind} has no KeyUsage {usage.shown}; allowed: "
                        f"{', '.join(sorted(usages))}",
                    )
                if kind and kind != _SYMMETRIC and rotation.flag:
                    yield Finding(
                        rotation.path,
                        f"KMS rotates symmetric keys alone, not {kind}; remove EnableKeyRotation",
                    )
