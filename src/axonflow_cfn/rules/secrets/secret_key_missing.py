"""E9603."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.everything import dynamic
from axonflow_cfn.model.secrets import SecretUse, container_use, dynamic_uses, keys
from axonflow_cfn.rule import DeployabilityRule, Finding


class SecretKeyMissing(DeployabilityRule):
    """A reference to a key that the secret does not have."""

    id = "E9603"
    shortdesc = "Secret is no JSON with the key that is read from it"
    description = (
        "Tasks do not start (retrieved secret did not contain json key), and a stack with such a "
        "dynamic reference is refused (Could not find a value associated with JSONKey). Add the "
        "key to SecretString or SecretStringTemplate, name one that exists, or read the whole "
        "secret."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "secrets-envvar-secrets-manager.html"
    )
    tags = ["resources", "secretsmanager", "ecs"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        GenerateStringKey: password
        SecretStringTemplate: '{"username": "app"}'
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Secrets: [{Name: DB_PASSWORD, ValueFrom: !Sub '${Secret}:passwd::'}]
"""
    good = bad.replace(":passwd::", ":password::")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the keys that are read with those that are there."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for value in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                use = container_use(value)
                yield from _look(use) if use else ()
        for _, value in dynamic(model):
            for use in dynamic_uses(value):
                yield from _look(use)


def _look(use: SecretUse) -> Iterator[Finding]:
    there = keys(use.secret)
    if use.key and there is not None and use.key not in there:
        name = use.secret.logical_id
        held = f"has the keys {', '.join(sorted(there))}" if there else "is no JSON object"
        yield Finding(use.value.path, f"{name} has no key {use.key}: it {held}")
