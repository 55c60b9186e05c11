"""W9611."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# NoEcho is at times stated for the whole address of a database.
_OTHER = re.compile(r"(user|name|login|host|port|endpoint|address)$", re.IGNORECASE)


class PasswordParameterDefault(DeployabilityRule):
    """A password that everybody who has the template knows."""

    id = "W9611"
    shortdesc = "Default of a NoEcho parameter is readable in the template"
    description = (
        "NoEcho masks what is typed; the Default stands in the template, and everybody who accepts "
        "it has the same password. Remove it, or take an empty one to mean that a secret is "
        "generated."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "parameters-section-structure.html"
    )
    tags = ["parameters", "security"]
    bad = """
Parameters:
  Password: {Type: String, NoEcho: true, Default: changeme1}
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: !Ref Password}}
"""
    good = bad.replace(", Default: changeme1", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the default of each parameter that is masked."""
        for name, parameter in model.parameters.items():
            kind = parameter.type in {"String", "Number"} and not _OTHER.search(name)
            # A parameter whose values are all listed is no password.
            if parameter.no_echo and kind and parameter.default and not parameter.allowed:
                yield Finding(
                    ("Parameters", name, "Default"),
                    f"The default of {name} is a password that everybody can read; remove it",
                )
