"""W9558."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_ROOT = {"0", "root"}


class ContainerRunsAsRoot(DeployabilityRule):
    """A container that is told to run as root."""

    id = "W9558"
    shortdesc = "Container is told to run as root"
    description = (
        "Whoever breaks into the process owns all of the container, its files and mounted "
        "volumes. Give User the id of an ordinary user of the image, such as 1000. Containers that "
        "finish before the others start, and FireLens routers, which need root, are not looked at."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html"
    )
    tags = ["resources", "ecs", "security"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, Image: 'web:1', User: '0:0', Memory: 512}]}
"""
    good = bad.replace("'0:0'", "'1000:1000'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the User of each container that stays."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for container in task.values("ContainerDefinitions.*"):
                for user, essential, router in container.cases(
                    "User", "Essential", "FirelensConfiguration"
                ):
                    name = (user.text or "").partition(":")[0]
                    if name in _ROOT and essential.flag is not False and router.absent:
                        yield Finding(
                            user.path,
                            f"User {user.shown} is root; give the id of an ordinary user of the "
                            "image",
                        )
