"""E9327."""

from collections.abc import Iterator
from string import punctuation

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.secrets import GENERATED_LENGTH, dynamic_uses, generable
from axonflow_cfn.rule import DeployabilityRule, Finding

_LEAST, _MOST = 16, 128
_FORBIDDEN = "".join(one for one in punctuation if one not in "!&#$^<>-")

# Type: where the passwords stand. Those of users may hold any printable character.
_TOKEN = ("AWS::ElastiCache::ReplicationGroup", "AuthToken")
_PASSWORDS = (
    _TOKEN,
    ("AWS::ElastiCache::User", "Passwords.*"),
    ("AWS::ElastiCache::User", "AuthenticationMode.Passwords.*"),
)


class AuthTokenRefused(DeployabilityRule):
    """A password that ElastiCache does not take, or only by luck."""

    id = "E9327"
    shortdesc = "ElastiCache refuses the AUTH token or password"
    description = (
        "An AUTH token has 16 to 128 characters, letters, digits and !&#$^<>- alone (Invalid "
        "AuthToken provided); a password of a user has the same length. A generated secret holds "
        "others by chance, so that some stacks fail and others do not: set ExcludePunctuation: "
        "true and a PasswordLength in this range. A secret that is JSON is read by its key."
    )
    source_url = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html"
    tags = ["resources", "elasticache", "secretsmanager"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {PasswordLength: 12, ExcludePunctuation: true}}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: x
      TransitEncryptionEnabled: true
      AuthToken: !Sub '{{resolve:secretsmanager:${Secret}}}'
"""
    good = bad.replace("Length: 12", "Length: 64")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each password: as it stands, or in the secret that generates it."""
        for kind, path in _PASSWORDS:
            for resource in model.of_type(kind):
                for password in resource.values(path):
                    for problem in (
                        *_stated(password, token=path == _TOKEN[1]),
                        *_generated(password, token=path == _TOKEN[1]),
                    ):
                        yield Finding(password.path, problem)


def _stated(password: Value, *, token: bool) -> Iterator[str]:
    """What is wrong with a password in the template; nothing of it is shown."""
    text = password.text or ""
    if text and not _LEAST <= len(text) <= _MOST:
        yield f"the password has {len(text)} characters; ElastiCache takes {_LEAST} to {_MOST}"
    elif token and any(one in _FORBIDDEN for one in text):
        yield "the AUTH token holds other characters than letters, digits and !&#$^<>-"


def _generated(password: Value, *, token: bool) -> Iterator[str]:
    if len(password.parts) != 1:
        return
    for use in dynamic_uses(password):
        name = use.secret.logical_id
        secret = use.secret.given(password.when)
        for (generated,) in secret.cases("GenerateSecretString") if secret else ():
            keys = ("GenerateStringKey", "ExcludePunctuation", "ExcludeCharacters")
            for key, without, excluded, length in generated.cases(*keys, "PasswordLength"):
                if generated.absent or use.key is None or (use.key and use.key != key.text):
                    continue
                if key.present and not use.key:
                    if token and key.text is not None:
                        yield f"{name} is JSON, not the token alone; read its key {key.shown}"
                    continue
                count = GENERATED_LENGTH if length.absent else length.number
                if count is not None and not _LEAST <= count <= _MOST:
                    yield (
                        f"{name} generates {count:g} characters; ElastiCache takes {_LEAST} to "
                        f"{_MOST}"
                    )
                left = generable(_FORBIDDEN, without, excluded)
                if token and left:
                    yield (
                        f"{name} generates AUTH tokens with any of {left}, which ElastiCache "
                        "refuses; set ExcludePunctuation: true"
                    )
