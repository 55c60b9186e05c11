"""E9140."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_DIGEST = re.compile(r"@(sha256:[0-9a-fA-F]{64})?$")


class ImageReferenceInvalid(DeployabilityRule):
    """An image that no registry can be asked for."""

    id = "E9140"
    shortdesc = "Container image is not a valid image reference"
    description = (
        "An image is [registry/]repository[:tag] or [registry/]repository@sha256:<64 hex digits>, "
        "without scheme and blanks, the repository in lower case. Docker answers 'invalid "
        "reference format' to anything else, and the tasks never start."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Image: 'https://public.ecr.aws/nginx/nginx:1.29'}]
"""
    good = bad.replace("https://", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the literal pieces of each image."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for image in task.values("ContainerDefinitions.*.Image"):
                fault = _fault(image)
                if fault:
                    yield Finding(image.path, f"image {image.shown} {fault}")


def _fault(image: Value) -> str | None:
    literal = [part for part in image.parts if isinstance(part, str)]
    if any("://" in part for part in literal):
        return "starts with a scheme; remove it"
    if re.search(r"\s", "".join(literal)):
        return "holds a blank; remove it"
    text = image.text
    if text is None:
        last = image.parts[-1] if image.parts else None
        ends = isinstance(last, str) and last.endswith((":", "/", "@"))
        return "ends without a tag; name one" if ends else None
    if not text or text.endswith((":", "/")):
        return "is empty or ends without a tag; name one"
    name, at, digest = text.partition("@")
    if at and not _DIGEST.fullmatch(at + digest):
        return "has a digest that is not sha256 and 64 hex digits"
    host, slash, path = name.partition("/")
    repository = path if slash and ("." in host or ":" in host or host == "localhost") else name
    if re.search("[A-Z]", repository.partition(":")[0]):
        return "has upper case in its repository; registries take lower case only"
    return None
