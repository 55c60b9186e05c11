"""W9618."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class FileSystemInClear(DeployabilityRule):
    """Files that cross the network in plain text."""

    id = "W9618"
    shortdesc = "File system is mounted without encryption in transit"
    description = (
        "Encryption of the file system protects what is stored; between task and mount target the "
        "files go in plain text unless the volume states TransitEncryption: ENABLED."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html"
    tags = ["resources", "ecs", "efs", "security"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Image: 'web:1'}]
      Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: fs-12345678}}]
"""
    good = bad.replace("fs-12345678", "fs-12345678, TransitEncryption: ENABLED")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the volumes of each task definition."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for volume in task.values("Volumes.*.EFSVolumeConfiguration"):
                for transit, files in volume.cases("TransitEncryption", "FilesystemId"):
                    if files.present and (transit.absent or transit.text == "DISABLED"):
                        yield Finding(
                            transit.path,
                            "files of this volume cross the network in plain text; state "
                            "TransitEncryption: ENABLED",
                        )
