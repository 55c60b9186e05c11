"""E9604."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, Reference, TemplateModel, Value
from axonflow_cfn.model.everything import dynamic
from axonflow_cfn.rule import DeployabilityRule, Finding

_FIELDS = 4


class SecretReferenceMalformed(DeployabilityRule):
    """A reference to a secret with the wrong fields."""

    id = "E9604"
    shortdesc = "Reference to a secret is malformed"
    description = (
        "Of a container's Secrets, ECS reads <arn>, or <arn>:<key>:<stage>:<version> with all "
        "three colons, and refuses <arn>:<key> (unexpected ARN format). CloudFormation reads "
        "{{resolve:secretsmanager:<id>:SecretString:<key>:<stage>:<version>}}; a dynamic reference "
        "is not a ValueFrom. Spell it out."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "secrets-envvar-secrets-manager.html"
    )
    tags = ["resources", "secretsmanager", "ecs"]
    bad = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: '{"password": "x"}'}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Secrets: [{Name: DB_PASSWORD, ValueFrom: !Sub '${Secret}:password'}]
"""
    good = bad.replace(":password'", ":password::'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count the fields of each reference."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for value in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                problem = _value_from(value)
                if problem:
                    yield Finding(value.path, problem)
        for _, value in dynamic(model):
            for part in value.parts:
                problem = _resolve(part) if isinstance(part, DynamicReference) else None
                if problem:
                    yield Finding(value.path, f"{value.shown} {problem}")


def _value_from(value: Value) -> str | None:
    if any(isinstance(part, DynamicReference) for part in value.parts):
        return "ValueFrom takes the ARN of a secret, not a {{resolve:}} reference: ECS reads it"
    first, *rest = value.parts or ("",)
    secret = isinstance(first, Reference) and value.model.resources[
        first.logical_id
    ].type.startswith("AWS::SecretsManager::Secret")
    whole = "".join(part if isinstance(part, str) else "x" for part in rest)
    if value.text and value.text.startswith("arn:") and ":secretsmanager:" in value.text:
        secret, whole = True, "".join(f":{one}" for one in value.text.split(":")[7:])
    if secret and whole and whole.count(":") != _FIELDS - 1:
        return (
            f"{value.shown} is neither an ARN nor <arn>:<key>:<stage>:<version>; write "
            "<arn>:<key>::"
        )
    return None


def _resolve(part: DynamicReference) -> str | None:
    """What is wrong with a dynamic reference; services and SecretString are cfn-lint's to judge."""
    text = "".join(one if isinstance(one, str) else "x" for one in part.parts)
    if part.service == "ssm-secure" and not re.fullmatch(r"[^:]+(:\d+)?", text):
        return "needs the form {{resolve:ssm-secure:<name>:<version>}}"
    # An ARN by itself has colons of its own.
    literal = len(part.parts) == 1 and not text.startswith("arn:")
    fields = text.split(":")
    if part.service == "secretsmanager" and literal and len(fields) > _FIELDS + 1:
        return "has too many fields; {{resolve:secretsmanager:<id>:SecretString:<key>}} has three"
    return None
