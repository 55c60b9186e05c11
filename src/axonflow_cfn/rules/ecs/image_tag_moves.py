"""W9137."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding


class ImageTagMoves(DeployabilityRule):
    """An image that may be another one tomorrow."""

    id = "W9137"
    shortdesc = "Container image has the tag latest or none"
    description = (
        "Without a tag, or with latest, a task that starts later may run another version than "
        "the template was tested with, a rollback brings nothing back, and CloudFormation sees no "
        "change to deploy when the image changes. Name a version or a digest."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Image: 'public.ecr.aws/nginx/nginx:latest'}]
"""
    good = bad.replace("latest", "1.29")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the end of each image."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for image in task.values("ContainerDefinitions.*.Image"):
                fault = _fault(image)
                if fault:
                    yield Finding(
                        image.path, f"image {image.shown} has {fault}; name a version or digest"
                    )


def _fault(image: Value) -> str | None:
    if image.reference and image.reference.attribute == "RepositoryUri":
        return "no tag"
    last = image.parts[-1] if image.parts else ""
    if not isinstance(last, str) or not last:
        return None
    if last.endswith(":latest"):
        return "the tag latest"
    _, slash, name = last.rpartition("/")
    whole = image.text is not None or slash
    return "no tag" if whole and name and ":" not in name and "@" not in last else None
