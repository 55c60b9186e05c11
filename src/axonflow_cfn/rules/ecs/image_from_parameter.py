"""W9139."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class ImageFromParameter(DeployabilityRule):
    """An image whose default stays behind in existing stacks."""

    id = "W9139"
    shortdesc = "A parameter's new default image never reaches existing stacks"
    description = (
        "An update keeps the value that a parameter has, so a new template with a newer image or "
        "version as Default goes on running the old one in every existing stack. Write the image "
        "into the task definition, give the parameter no default, or read it from an SSM parameter."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "parameters-section-structure.html"
    )
    tags = ["resources", "ecs", "parameters"]
    bad = """
Parameters:
  Version: {Type: String, Default: 1.0.0}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Image: !Sub 'public.ecr.aws/app/web:${Version}'}]
"""
    good = bad.replace("'public.ecr.aws/app/web:${Version}'", "'public.ecr.aws/app/web:1.0.0'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for parameters with a default among what each image is made of."""
        stale = {
            name
            for name, parameter in model.parameters.items()
            if parameter.default and not parameter.type.startswith("AWS::SSM::")
        }
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for image in task.values("ContainerDefinitions.*.Image"):
                for name in sorted(image.sources & stale):
                    yield Finding(
                        image.path,
                        f"the image comes from parameter {name}, whose new default existing stacks "
                        "never get; write it here",
                    )
