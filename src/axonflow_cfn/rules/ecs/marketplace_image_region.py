"""E9138."""

from collections.abc import Iterator
from itertools import pairwise

from axonflow_cfn.model import Symbol, TemplateModel
from axonflow_cfn.model.values import Part
from axonflow_cfn.rule import DeployabilityRule, Finding

_HOST = "709825985650.dkr.ecr."


class MarketplaceImageRegion(DeployabilityRule):
    """An AWS Marketplace image from a Region without the registry."""

    id = "E9138"
    shortdesc = "AWS Marketplace images exist in us-east-1 only"
    description = (
        "The registry of AWS Marketplace container products is 709825985650.dkr.ecr.us-east-1."
        "amazonaws.com whatever the Region of the stack; from another Region the image can't be "
        "pulled and the tasks never start. Write us-east-1."
    )
    source_url = (
        "https://docs.aws.amazon.com/marketplace/latest/userguide/container-product-policies.html"
    )
    tags = ["resources", "ecs", "marketplace"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: !Sub 709825985650.dkr.ecr.${AWS::Region}.amazonaws.com/vendor/web:1
"""
    good = bad.replace("${AWS::Region}", "us-east-1")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what stands after the registry's account."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for image in task.values("ContainerDefinitions.*.Image"):
                region = _region(image.parts)
                if region and region != "us-east-1":
                    yield Finding(
                        image.path,
                        f"the Marketplace registry is in us-east-1, not in {region}; write "
                        "us-east-1",
                    )


def _region(parts: tuple[Part, ...]) -> str | None:
    """The Region in a Marketplace image; None if it is another image or not known."""
    for part, following in pairwise((*parts, "")):
        if isinstance(part, str) and _HOST in part:
            rest = part.partition(_HOST)[2]
            if rest:
                return rest.partition(".")[0]
            region = isinstance(following, Symbol) and following.name == "AWS::Region"
            return "the Region of the stack" if region else None
    return None
