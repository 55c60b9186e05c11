"""E9119."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.ecs_limits import NAMES
from axonflow_cfn.rule import DeployabilityRule, Finding

_RESERVED = ("aws", "ecs", "fargate")


class EcsNameInvalid(DeployabilityRule):
    """A name that Amazon ECS refuses."""

    id = "E9119"
    shortdesc = "An ECS name has a character that ECS does not take"
    description = (
        "Names of clusters, services, task families, containers and volumes consist of letters, "
        "digits, _ and -; names of port mappings and Service Connect endpoints have no upper case "
        "and do not start with a hyphen; capacity providers must not be called aws, ecs or fargate "
        "something. Rename it."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web server, Image: 'web:1'}]
"""
    good = bad.replace("web server", "web-server")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the literal pieces of each name."""
        for kind, path, characters, longest in NAMES:
            for resource in model.of_type(kind):
                for name in resource.values(path):
                    fault = _fault(name, characters, longest)
                    if fault:
                        key = path.rpartition(".")[2]
                        yield Finding(name.path, f"{key} '{name.shown}' {fault}; rename it")
        for provider in model.of_type("AWS::ECS::CapacityProvider"):
            for name in provider.values("Name"):
                first = name.parts[0] if name.parts else ""
                if isinstance(first, str) and first.lower().startswith(_RESERVED):
                    yield Finding(
                        name.path, f"Name '{name.shown}' starts with a word that AWS keeps; rename"
                    )


def _fault(name: Value, characters: str, longest: int) -> str | None:
    literal = [part for part in name.parts if isinstance(part, str)]
    strange = re.search(f"[^{characters}]", "".join(literal))
    if strange:
        return f"holds '{strange[0]}'"
    if "A-Z" not in characters and name.parts and str(name.parts[0]).startswith("-"):
        return "starts with a hyphen"
    if sum(map(len, literal)) > longest:
        return f"is longer than {longest} characters"
    return None
