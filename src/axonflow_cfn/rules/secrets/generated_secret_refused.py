"""E9605."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.secrets import parse
from axonflow_cfn.rule import DeployabilityRule, Finding

_LONGEST = 4096
_CLASSES = ("ExcludeLowercase", "ExcludeUppercase", "ExcludeNumbers", "ExcludePunctuation")


class GeneratedSecretRefused(DeployabilityRule):
    """A secret that can't be generated."""

    id = "E9605"
    shortdesc = "Secret can't be made as it is declared"
    description = (
        "Secrets Manager refuses a secret with both SecretString and GenerateSecretString, with "
        "GenerateStringKey but no SecretStringTemplate or the reverse, with a template that is not "
        "a JSON object, with all characters excluded, or with a PasswordLength outside 1 to 4096."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-secretsmanager-secret-generatesecretstring.html"
    )
    tags = ["resources", "secretsmanager"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString: {GenerateStringKey: password, SecretStringTemplate: '{username: app}'}
"""
    good = bad.replace("{username: app}", '{"username": "app"}')

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the declaration of each secret."""
        for secret in model.of_type("AWS::SecretsManager::Secret"):
            for name in secret.values("Name"):
                if name.text and not re.fullmatch(r"[\w/+=.@-]{1,512}", name.text, re.ASCII):
                    yield Finding(
                        name.path,
                        f"Name {name.shown} may hold letters, digits and /_+=.@- alone, at most "
                        "512",
                    )
            for text, generated in secret.cases("SecretString", "GenerateSecretString"):
                if text.present and generated.present:
                    yield Finding(
                        text.path, "SecretString and GenerateSecretString exclude each other"
                    )
                if generated.present:
                    yield from _generated(generated)


def _generated(generated: Value) -> Iterator[Finding]:
    for key, template in generated.cases("GenerateStringKey", "SecretStringTemplate"):
        if key.present and template.absent:
            yield Finding(key.path, "GenerateStringKey needs a SecretStringTemplate, such as '{}'")
        if template.present and key.absent:
            yield Finding(template.path, "SecretStringTemplate needs a GenerateStringKey")
        parsed = parse(template)
        if template.present and parsed == {} and re.sub(r"\s", "", template.text or "") != "{}":
            yield Finding(
                template.path, f"SecretStringTemplate {template.shown} is not a JSON object"
            )
        if parsed and key.text in parsed:
            yield Finding(
                template.path,
                f"SecretStringTemplate holds the key {key.shown}, which is generated; remove it "
                "there",
            )
    for length in generated.values("PasswordLength"):
        if length.number is not None and not 1 <= length.number <= _LONGEST:
            yield Finding(length.path, f"PasswordLength {length.shown} is outside 1 to {_LONGEST}")
    for classes in generated.cases(*_CLASSES):
        if all(one.flag for one in classes):
            yield Finding(generated.path, "All kinds of characters are excluded; none is left")
