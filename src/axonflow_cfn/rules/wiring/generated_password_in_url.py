"""E9728."""

import re
from collections.abc import Iterator
from itertools import pairwise

from axonflow_cfn.model import DynamicReference, TemplateModel, Value
from axonflow_cfn.model.everything import dynamic
from axonflow_cfn.model.secrets import SecretUse, dynamic_uses, generable
from axonflow_cfn.rule import DeployabilityRule, Finding

# What ends or changes the part of a URL that the password stands in:
# https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 and section 3.4.
_BEFORE_HOST = re.compile(r"[A-Za-z][\w+.-]*://[^/@\s?#]*:$")
_IN_QUERY = re.compile(r"://\S*[?&](pass|passwd|password|pwd)=$", re.IGNORECASE)


class GeneratedPasswordInUrl(DeployabilityRule):
    """A generated password that is put into a URL as it is."""

    id = "E9728"
    shortdesc = "Generated password may hold characters that break its URL"
    description = (
        "CloudFormation puts the password into the URL as it is generated, and clients read "
        "/ ? # @ as the end of it and % as the beginning of an escape: by chance the URL can't "
        "be read, or holds another password. Set ExcludePunctuation: true, or name them in "
        "ExcludeCharacters, and let PasswordLength make up for it."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-secretsmanager-secret-generatesecretstring.html"
    )
    tags = ["resources", "secretsmanager", "wiring"]
    bad = """
Resources:
  Password:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        SecretStringTemplate: '{"username": "app"}'
        GenerateStringKey: password
        ExcludeCharacters: '"@/'
  Url:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub
        'postgresql://app:{{resolve:secretsmanager:${Password}:SecretString:password}}@db.corp/app'
"""
    good = bad.replace("ExcludeCharacters: '\"@/'", "ExcludePunctuation: true")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each URL to the secret that generates its password."""
        for _, value in dynamic(model):
            for use, unsafe in _in_urls(value):
                left = _left(use, unsafe)
                if left:
                    yield Finding(
                        value.path,
                        f"{use.secret.logical_id} generates passwords with {' '.join(left)}, which "
                        "break this URL; name them in ExcludeCharacters",
                    )


def _in_urls(value: Value) -> Iterator[tuple[SecretUse, str]]:
    """Each password of a secret in a URL, with the characters that break it there."""
    before = ""
    for part, after in pairwise((*value.parts, "")):
        if isinstance(part, DynamicReference):
            ends = isinstance(after, str) and after.startswith("@")
            unsafe = (
                "#%/?@"
                if ends and _BEFORE_HOST.search(before)
                else "%&"
                if _IN_QUERY.search(before)
                else ""
            )
            for use in dynamic_uses(value.but(data=part)) if unsafe else ():
                yield use, unsafe
        before += part if isinstance(part, str) else "x"


def _left(use: SecretUse, unsafe: str) -> str:
    """Those of the characters that the secret may generate; '' if that is not known."""
    secret = use.secret.given(use.value.when)
    for generated in secret.values("GenerateSecretString") if secret else ():
        keys = ("GenerateStringKey", "ExcludePunctuation", "ExcludeCharacters")
        for key, punctuation, excluded in generated.cases(*keys):
            same = key.absent if use.key == "" else key.text is not None and key.text == use.key
            left = generable(unsafe, punctuation, excluded)
            if same and left:
                return left
    return ""
