"""W9610."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Parameter, TemplateModel, Value, When
from axonflow_cfn.model.credentials import credentials
from axonflow_cfn.rule import DeployabilityRule, Finding

_SECRET = re.compile(
    r"(password|passwd|passphrase|secret|token|apikey|privatekey|secretkey|authkey)$",
    re.IGNORECASE,
)
# What is not the secret itself, but a switch, another part of the credentials, or where it is.
_OTHER_NAME = re.compile(
    r"(?:[Hh]ost|[Nn]ame|[Pp]ort|[Uu]ser)$|"
    r"^(?:[Cc]reate|[Ee]nable|[Gg]enerate|[Hh]as|[Ii]s|[Rr]otate|[Uu]se|[Ww]ith)[A-Z]"
)
_OTHER_TEXT = re.compile(r"\b(arn|encrypted|name of|path|ssm)\b", re.IGNORECASE)
_TYPES = {"String", "Number"}


class PasswordParameterShown(DeployabilityRule):
    """A password that the console shows."""

    id = "W9610"
    shortdesc = "Parameter for a password is shown in plain text"
    description = (
        "Whoever may describe the stack reads the value of a parameter without NoEcho: true, in "
        "the console, in change sets and in the API. State NoEcho: true, or let the stack generate "
        "the secret."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "parameters-section-structure.html"
    )
    tags = ["parameters", "security"]
    bad = """
Parameters:
  DBPassword: {Type: String}
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: !Ref DBPassword}}
"""
    good = bad.replace("{Type: String}", "{Type: String, NoEcho: true}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the parameter's name, and at where its value goes."""
        places = [value for _, value in credentials(model)]
        for secret in model.of_type("AWS::SecretsManager::Secret"):
            places += secret.values("SecretString")
        used = {
            name
            for value in places
            # Within a JSON it may be the user's name.
            if len(value.parts) == 1
            for name in value.sources
        }
        declared = Value(model.template.get("Parameters") or {}, ("Parameters",), When(), model)
        for name, parameter in model.parameters.items():
            texts = " ".join(v.text or "" for v in declared.values(f"{name}.Description"))
            harmless = _OTHER_TEXT.search(texts) or _OTHER_NAME.search(name)
            if _is_shown(parameter) and not harmless and (_SECRET.search(name) or name in used):
                yield Finding(
                    ("Parameters", name),
                    f"The parameter {name} takes a secret and shows it; state NoEcho: true",
                )


def _is_shown(parameter: Parameter) -> bool:
    """Whether a parameter takes the secret itself, not a choice or the name of one."""
    return (
        parameter.type in _TYPES
        and not parameter.no_echo
        and not parameter.allowed
        # A default that is an ARN or path tells that others are meant to follow.
        and not re.match(r"arn:|/|\{\{resolve:", parameter.default or "")
    )
