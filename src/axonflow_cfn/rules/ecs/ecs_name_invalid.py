"""E9119."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.ecs_limits import NAMES
from axonflow_cfn.rule import DeployabilityRule, Finding


class EcsNameInvalid(DeployabilityRule):
    """A name that Amazon ECS refuses."""

    id = "E9119"
    shortdesc = "An ECS name has a character that ECS does not take"
    description = (
        "Containers and volumes have names of letters, digits, _ and -; port mappings and Service "
        "Connect endpoints take no upper case and no hyphen at the start. ECS refuses the task "
        "definition or service. Rename it."
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
