"""W9601."""

from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class SecretInEnvironment(DeployabilityRule):
    """A secret that ends up readable in a task definition."""

    id = "W9601"
    shortdesc = "A secret in Environment can be read in the task definition"
    description = (
        "CloudFormation puts NoEcho parameters and {{resolve:secretsmanager}} into the Environment "
        "of a container as plain text: whoever may call ecs:DescribeTaskDefinition reads it, and "
        "every old revision keeps it. Use the container's Secrets with ValueFrom instead."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "secrets-envvar-secrets-manager.html"
    )
    tags = ["resources", "ecs", "security"]
    bad = """
Parameters:
  Password: {Type: String, NoEcho: true}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment:
            - {Name: DATABASE_URL, Value: !Sub 'postgresql://app:${Password}@db:5432/app'}
"""
    good = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Secrets:
            - {Name: DATABASE_URL, ValueFrom: !Ref Secret}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each variable of each container is made of."""
        hidden = {name for name, parameter in model.parameters.items() if parameter.no_echo}
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for variable in task.values("ContainerDefinitions.*.Environment.*"):
                for name, value in variable.cases("Name", "Value"):
                    secrets = [f"the NoEcho parameter {n}" for n in sorted(value.sources & hidden)]
                    services = {p.service for p in value.parts if isinstance(p, DynamicReference)}
                    if "secretsmanager" in services:
                        secrets.append("a {{resolve:secretsmanager}} reference")
                    for secret in secrets:
                        yield Finding(
                            value.path,
                            f"{name.shown} holds {secret} in plain text; pass it through Secrets "
                            "and ValueFrom",
                        )
