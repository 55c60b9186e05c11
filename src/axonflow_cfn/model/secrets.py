"""Secrets of a template: what they hold, and who refers to which part of them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from axonflow_cfn.model import json_texts
from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import (
    UNKNOWN,
    DynamicReference,
    Part,
    Reference,
    Value,
    compose,
)

GENERATED_LENGTH = 32
"""The length of a generated password for which PasswordLength states none, in characters."""

_SECRET = "AWS::SecretsManager::Secret"  # noqa: S105 - a resource type
_ATTACHMENT = "AWS::SecretsManager::SecretTargetAttachment"

# What an attachment adds to the JSON of its secret.
# https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
ATTACHED = frozenset(
    {"dbClusterIdentifier", "dbInstanceIdentifier", "dbname", "engine", "host", "port"}
)


@dataclass(frozen=True)
class SecretUse:
    """A reference to a secret, or to one key of its JSON.

    Attributes:
        secret: the secret of the template.
        key: the key; '' for the whole secret; None if not known.
        value: the place that refers to it.
    """

    secret: Resource
    key: str | None
    value: Value


def secret_of(value: Value) -> Resource | None:
    """The secret that a reference names, also by way of its attachment."""
    attachment = value.follow(_ATTACHMENT)
    found = list(attachment.values("SecretId")) if attachment else [value]
    return found[0].follow(_SECRET) if len(found) == 1 else None


def container_use(value: Value) -> SecretUse | None:
    """What a ValueFrom of a container's Secrets reads: `arn:key:stage:version`."""
    first, *rest = value.parts or ("",)
    if not isinstance(first, Reference):
        return None
    secret = secret_of(replace(value, data=first))
    if secret is None:
        return None
    if not rest:
        return SecretUse(secret, "", value)
    fields = _fields(rest)
    return SecretUse(secret, fields[1] if len(fields) > 1 else None, value)


def dynamic_uses(value: Value) -> Iterator[SecretUse]:
    """What the `{{resolve:secretsmanager:...}}` of a value read of this template's secrets."""
    for part in value.parts:
        if not isinstance(part, DynamicReference) or part.service != "secretsmanager":
            continue
        first, *rest = part.parts or ("",)
        if isinstance(first, Reference):
            secret = secret_of(replace(value, data=first))
            # secret-id:SecretString:key:stage:version
            fields = _fields(rest)
            if secret:
                key = fields[2] if len(fields) > 2 else ""  # noqa: PLR2004 - the third field
                yield SecretUse(secret, key, value)


def keys(secret: Resource) -> frozenset[str] | None:
    """The keys of a secret's JSON.

    Returns:
        The keys, with those of an attachment; an empty set if the secret is certainly no JSON
        object; None if that is not known.
    """
    found: set[str] = set()
    for text in contents(secret):
        parsed = parse(text)
        if parsed is None:
            return None
        found |= parsed.keys()
    for generated in secret.values("GenerateSecretString"):
        for name, template in generated.cases("GenerateStringKey", "SecretStringTemplate"):
            if not (name.text or name.absent) or not (template.parts or template.absent):
                return None
            found |= {name.text} if name.text else set()
    others = {"SecretString", "GenerateSecretString"}
    stated = [name for name in others for _ in secret.values(name)]
    if not stated:
        return None
    users = secret.model.users_of(secret.logical_id)
    if any(user.type == _ATTACHMENT for user in users):
        return frozenset(found | ATTACHED)
    # Rotation, replication and custom resources can write whatever they like.
    written = any(user.type.endswith("RotationSchedule") or "Custom" in user.type for user in users)
    return None if written else frozenset(found)


def contents(secret: Resource) -> Iterator[Value]:
    """Each text that a secret is made with: SecretString, or the template to generate into."""
    yield from secret.values("SecretString")
    yield from secret.values("GenerateSecretString.SecretStringTemplate")


def stated_values(use: SecretUse) -> Iterator[Value]:
    """What stands in the template under the key that is read; nothing for what is generated."""
    secret = use.secret.given(use.value.when)
    if not use.key or secret is None:
        return
    for (name,) in secret.cases("GenerateSecretString.GenerateStringKey"):
        if name.present and name.text in {None, use.key}:
            return
    for text in contents(secret):
        found = (parse(text) or {}).get(use.key)
        if found:
            yield found


def parse(text: Value) -> dict[str, Value] | None:
    """The keys and values of a JSON object; {} if it is certainly none; None if not known."""
    if UNKNOWN in text.parts or not any(isinstance(part, str) for part in text.parts):
        return None  # a parameter may hold JSON
    found = json_texts.parse(replace(text, data=compose(_quoted(text.parts))))
    if found.error:
        return {}
    if found.content is None:
        return None
    entries = found.content.items() if isinstance(found.content, dict) else ()
    return {
        str(key): found.value(item if isinstance(item, str) else json.dumps(item))
        for key, item in entries
    }


def _quoted(parts: tuple[Part, ...]) -> Iterator[Part]:
    """The pieces with quotes around those that stand as numbers, as in {"port": ${Port}}."""
    inside = False
    for part in parts:
        if isinstance(part, str):
            inside ^= len(re.findall(r'(?<!\\)"', part)) % 2 == 1
            yield part
        else:
            yield from (part,) if inside else ('"', part, '"')


def _fields(parts: list[Part]) -> list[str | None]:
    """The fields between colons; None for one that is not literal."""
    fields: list[str | None] = [""]
    for part in parts:
        if not isinstance(part, str):
            fields[-1] = None
            continue
        first, *others = part.split(":")
        fields[-1] = None if fields[-1] is None else fields[-1] + first
        fields += others
    return fields


def generable(characters: str, punctuation: Value, excluded: Value) -> str:
    """Those of some punctuation characters that a generated password may hold; '' if not known.

    Args:
        characters: the ones to ask about.
        punctuation: ExcludePunctuation of GenerateSecretString.
        excluded: ExcludeCharacters beside it.
    """
    punctuated = punctuation.absent or punctuation.flag is False
    known = excluded.absent or excluded.text is not None
    if not punctuated or not known:
        return ""
    return "".join(one for one in characters if one not in (excluded.text or ""))
