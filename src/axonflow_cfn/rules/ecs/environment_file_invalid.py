"""E9155."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding


class EnvironmentFileInvalid(DeployabilityRule):
    """A file of environment variables that ECS can't take."""

    id = "E9155"
    shortdesc = "Environment file is not an S3 object named *.env"
    description = (
        "EnvironmentFiles takes ARNs of S3 objects whose names end in .env. ECS refuses others, or "
        "the task does not start. Rename the object, and write arn:aws:s3:::bucket/name.env."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html"
    )
    tags = ["resources", "ecs", "s3"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          EnvironmentFiles: [{Type: s3, Value: !Sub 'arn:${AWS::Partition}:s3:::config/web.txt'}]
"""
    good = bad.replace("web.txt", "web.env")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the ends of each ARN."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for file in task.values("ContainerDefinitions.*.EnvironmentFiles.*.Value"):
                fault = _fault(file)
                if fault:
                    yield Finding(file.path, f"environment file '{file.shown}' {fault}")


def _fault(file: Value) -> str | None:
    first, last = (file.parts[0], file.parts[-1]) if file.parts else (None, None)
    if isinstance(first, str) and not first.startswith("arn:"):
        return "is not the ARN of an S3 object"
    if isinstance(last, str) and not last.endswith(".env"):
        return "does not end in .env"
    return None
