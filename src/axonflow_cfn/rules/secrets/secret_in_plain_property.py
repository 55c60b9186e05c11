"""W9602."""

from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, Path, Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

# Properties that their service shows in plain text, beside UserData.
_PLACES: dict[str, tuple[str, ...]] = {
    "AWS::AutoScaling::LaunchConfiguration": (),
    "AWS::CodeBuild::Project": ("Environment.EnvironmentVariables.*.Value",),
    "AWS::EC2::Instance": (),
    "AWS::EC2::LaunchTemplate": (),
    "AWS::ECS::TaskDefinition": (
        "ContainerDefinitions.*.Command.*",
        "ContainerDefinitions.*.DockerLabels",
        "ContainerDefinitions.*.EntryPoint.*",
        "ContainerDefinitions.*.LogConfiguration.Options",
    ),
    "AWS::Lambda::Function": ("Environment.Variables",),
    "AWS::SSM::Parameter": ("Value",),
    "AWS::StepFunctions::StateMachine": ("DefinitionString", "DefinitionSubstitutions"),
}


class SecretInPlainProperty(DeployabilityRule):
    """A secret in a property that everybody with read access sees."""

    id = "W9602"
    shortdesc = "A secret in user data, a function's variables, a command or SSM String"
    description = (
        "The property is stored and shown in plain text: whoever may describe the instance, "
        "function, build or parameter reads the secret. Pass its ARN, and let the code read the "
        "secret with its role."
    )
    source_url = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html"
    tags = ["resources", "secretsmanager", "security"]
    bad = """
Parameters:
  Password: {Type: String, NoEcho: true}
Resources:
  Shown: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !Ref Password}}
"""
    good = """
Parameters:
  Password: {Type: String, NoEcho: true}
Resources:
  Kept: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: !Ref Password}}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each of the properties is made of."""
        hidden = {name for name, parameter in model.parameters.items() if parameter.no_echo}
        for resource in model.of_type(*_PLACES):
            for path in _PLACES[resource.type]:
                for whole in resource.values(path):
                    for value in _texts(whole):
                        found = _secret(value, hidden)
                        if found:
                            yield _finding(resource, value.path, found)
            # Fn::Base64 is not evaluated, but the names in it are known.
            for mention in model.mentions(resource.logical_id):
                if mention.name in hidden and "UserData" in mention.path:
                    yield _finding(resource, mention.path, f"the NoEcho parameter {mention.name}")


def _finding(resource: Resource, path: Path, secret: str) -> Finding:
    return Finding(
        path, f"{resource.type} shows {secret} in plain text; pass the ARN of a secret instead"
    )


def _texts(value: Value) -> Iterator[Value]:
    """The value itself, or each entry of a dict."""
    if isinstance(value.data, dict):
        yield from (item for _, item in value.items())
    else:
        yield value


def _secret(value: Value, hidden: set[str]) -> str | None:
    names = sorted(value.sources & hidden)
    if names:
        return f"the NoEcho parameter {names[0]}"
    services = {part.service for part in value.parts if isinstance(part, DynamicReference)}
    return "a {{resolve:secretsmanager}} reference" if "secretsmanager" in services else None
