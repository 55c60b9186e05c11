"""E9118."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import repeated
from axonflow_cfn.rule import DeployabilityRule, Finding


class VariableSetTwice(DeployabilityRule):
    """An environment variable with two sources."""

    id = "E9118"
    shortdesc = "A container sets the same variable by Environment and Secrets"
    description = (
        "Each secret of a container needs a name of its own that Environment does not use ('The "
        "secret name must be unique and not shared with any new or existing environment "
        "variables'): ECS refuses the task definition. Keep one of the two."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment: [{Name: TOKEN, Value: none}]
          Secrets: [{Name: TOKEN, ValueFrom: !Ref Secret}]
"""
    good = bad.replace("TOKEN, Value: none", "MODE, Value: none")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the names of each container's variables and secrets."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for container in task.values("ContainerDefinitions.*"):
                for name in repeated(container, "Environment.*.Name", "Secrets.*.Name"):
                    yield Finding(
                        name.path, f"{name.shown} is set twice in this container; keep one"
                    )
