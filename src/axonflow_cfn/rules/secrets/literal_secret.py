"""W9612."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Symbol, TemplateModel, Value
from axonflow_cfn.model.credentials import credentials
from axonflow_cfn.model.secrets import contents, parse
from axonflow_cfn.rule import DeployabilityRule, Finding

_NAMES = re.compile(
    r"(^|_|-)(password|passwd|pwd|passphrase|secret|token|"
    r"(access|api|auth|encryption|hmac|jwt|master|private|secret|signing)_?key)$",
    re.IGNORECASE,
)
# Any other key counts in a secret, unless its name says that it is none.
_KEY_OF_SECRET = re.compile(
    r"(?<!public)(?<!primary)(?<!partition)(?<!sort)(?<!kms)(?<!bucket)(?<!object)(?<!s3)"
    r"(^|_|-)key$",
    re.IGNORECASE,
)
# Of variables only where the value looks like one, and is none that browsers get.
_RANDOM_IN = re.compile(r"(^|_|-)(salt|pepper|secret_key_base|credentials?)$", re.IGNORECASE)
_SHOWN = re.compile(r"public|publishable|site|client|browser|test", re.IGNORECASE)
_RANDOM = re.compile(
    r"[0-9a-f]{32,}|[0-9A-F]{32,}|"
    r"(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9].*[A-Za-z].*[0-9])([A-Za-z0-9+]{20,}|[A-Za-z0-9+/]{20,}=+)"
)
_SHORTEST_KEY = 8
_LONGEST_NUMBER = 5
# What is a credential by its form, whatever its name: keys of AWS, Stripe, GitHub and Slack, a
# private key, and a webhook of Slack, whose address is all that it takes.
_KEY = re.compile(
    r"\b(AKIA|ASIA)[0-9A-Z]{16}\b|\b[sr]k_live_[0-9A-Za-z]{16,}|\bgh[pousr]_[0-9A-Za-z]{36}\b|"
    r"\bxox[abpr]-[0-9A-Za-z-]{20,}|-----BEGIN ([A-Z]+ )?PRIVATE KEY-----|"
    r"\bhooks\.slack\.com/services/T[0-9A-Z]+/B[0-9A-Z]+/[0-9A-Za-z]{16,}"
)
_URL = re.compile(r"^[a-z][a-z0-9+.-]*://[^/:@\s]+:([^/@\s]+)@")
# What stands for a secret without being one.
_HARMLESS = re.compile(
    r"arn:.*|/.*|true|false|none|null|[0-9]+|\$.*|<.*>|\{\{resolve:.*|.*\.amazonaws\.com|"
    r"empty|placeholder|dummy|todo|tbd|replace.*|update.*|your.*|to-?be-.*",
    re.IGNORECASE,
)
# A number may well be a password.
_STANDS_FOR = re.compile(rf"(?![0-9]+$)({_HARMLESS.pattern})", re.IGNORECASE)
# Its W2501 looks for these, if they stand there plainly.
_LEFT_TO_CFN_LINT = {"MasterUserPassword", "Password"}
_DEPTH = 3
_VARIABLES = (
    ("AWS::ECS::TaskDefinition", "ContainerDefinitions.*.Environment.*"),
    ("AWS::CodeBuild::Project", "Environment.EnvironmentVariables.*"),
)


# Where a credential is recognised by its form alone.
_TEXTS = (
    ("AWS::ECS::TaskDefinition", "ContainerDefinitions.*.Command.*"),
    ("AWS::ECS::TaskDefinition", "ContainerDefinitions.*.EntryPoint.*"),
    ("AWS::SSM::Parameter", "Value"),
)


class LiteralSecret(DeployabilityRule):
    """A secret written into the template."""

    id = "W9612"
    shortdesc = "Secret is written in the template"
    description = (
        "Whoever can read the template, its repository or the stack has the secret, and every "
        "stack of it the same one. Let Secrets Manager generate it (GenerateSecretString), or take "
        "it as a NoEcho parameter."
    )
    source_url = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html"
    tags = ["resources", "security"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: '{"username": "app", "password": "hunter2hunter2"}'}
"""
    good = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        GenerateStringKey: password
        SecretStringTemplate: '{"username": "app"}'
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at secrets, properties that are one, and variables with the name or form of one."""
        for secret in model.of_type("AWS::SecretsManager::Secret"):
            for text in contents(secret):
                yield from _in_secret(text)
        yield from _in_variables(model)
        for name, place in credentials(model):
            shown = place.path[-1] in _LEFT_TO_CFN_LINT or place.sources
            if place.text and not shown and not _STANDS_FOR.fullmatch(place.text):
                yield Finding(place.path, f"The template holds this {name}; take it from a secret")
        for kind, path in _TEXTS:
            for resource in model.of_type(kind):
                for value in resource.values(path):
                    if not value.sources and _KEY.search(_literal(value)):
                        yield Finding(
                            value.path,
                            "The template holds a credential here; take it from a secret",
                        )


def _in_variables(model: TemplateModel) -> Iterator[Finding]:
    for kind, path in _VARIABLES:
        for resource in model.of_type(kind):
            for variable in resource.values(path):
                for name, value in variable.cases("Name", "Value"):
                    yield from _in_variable(name.text or "", value)
    for function in model.of_type("AWS::Lambda::Function"):
        for variables in function.values("Environment.Variables"):
            for key, content in variables.items():
                yield from _in_variable(key, content)


def _in_secret(text: Value) -> Iterator[Finding]:
    parsed = parse(text)
    if parsed:
        for name in sorted(_secret_keys(parsed, text, _DEPTH)):
            yield Finding(text.path, f"The template holds the {name} of this secret; generate it")
    elif text.text and _is_secret(text, text.text) and text.text.strip() not in {"", "{}"}:
        yield Finding(text.path, "The template holds this secret; generate it")


def _secret_keys(parsed: dict[str, Value], whole: Value, depth: int) -> Iterator[str]:
    """The keys, also of objects within, whose literal value is a secret."""
    for name, value in parsed.items():
        text = value.text or ""
        url = _URL.match(text)
        if text.startswith("{") and depth:
            yield from _secret_keys(parse(value) or {}, whole, depth - 1)
        elif url and _is_secret(whole, url[1]):
            yield name
        elif _names_secret(name) or (_names_key(name) and len(text) >= _SHORTEST_KEY):
            number = text.isdecimal() and len(text) > _LONGEST_NUMBER
            if text and (_is_secret(whole, text) or (number and _is_secret(whole, "x"))):
                yield name


def _names_secret(name: str) -> bool:
    return bool(_NAMES.search(_snake(name)))


def _names_key(name: str) -> bool:
    return bool(_KEY_OF_SECRET.search(_snake(name)))


def _may_name_key(name: str) -> bool:
    """Whether a variable may hold a key, to be told by its value."""
    key = _names_key(name) or _RANDOM_IN.search(_snake(name))
    return bool(key) and not _SHOWN.search(name)


def _snake(name: str) -> str:
    """'signing_Key' of 'signingKey'."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)


def _is_secret(whole: Value, text: str) -> bool:
    """Whether a text of a secret stands in the template, and is not what a parameter brings."""
    open_ended = {part.name for part in whole.parts if isinstance(part, Symbol)}
    return whole.sources <= open_ended and not _HARMLESS.fullmatch(text)


def _in_variable(name: str, value: Value) -> Iterator[Finding]:
    text = value.text or ""
    literal = _literal(value)
    if value.sources:
        return
    url = _URL.match(text)
    named = _names_secret(name) or (_may_name_key(name) and _RANDOM.fullmatch(text))
    secret = named and text and not _HARMLESS.fullmatch(text)
    if secret or _KEY.search(literal) or (url and not _HARMLESS.fullmatch(url[1])):
        yield Finding(
            value.path, f"The template holds the secret in {name}; pass it through Secrets"
        )


def _literal(value: Value) -> str:
    return "".join(part for part in value.parts if isinstance(part, str))
