"""E9115."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_KINDS = (
    "DockerVolumeConfiguration",
    "EFSVolumeConfiguration",
    "FSxWindowsFileServerVolumeConfiguration",
    "Host",
    "S3FilesVolumeConfiguration",
)
_EFS = "EFSVolumeConfiguration"


class VolumeSettingsConflict(DeployabilityRule):
    """Settings of one volume that exclude each other."""

    id = "E9115"
    shortdesc = "Settings of an ECS volume contradict each other"
    description = (
        "A volume is of one kind only. An EFS volume with IAM authorization or an access point "
        "needs TransitEncryption ENABLED, and one with an access point takes no RootDirectory but "
        "'/'. ECS refuses the task definition otherwise."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html"
    )
    tags = ["resources", "ecs", "efs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes:
        - Name: data
          EFSVolumeConfiguration:
            FilesystemId: fs-12345678
            AuthorizationConfig: {IAM: ENABLED}
"""
    good = bad.replace("fs-12345678", "fs-12345678\n            TransitEncryption: ENABLED")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each volume."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for volume in task.values("Volumes.*"):
                yield from _kinds(volume)
                yield from _efs(volume)


def _kinds(volume: Value) -> Iterator[Finding]:
    for case in volume.cases(*_KINDS):
        kinds = [kind for kind, value in zip(_KINDS, case, strict=True) if value.known]
        if len(kinds) > 1:
            yield Finding(volume.path, f"a volume is of one kind only; this has {', '.join(kinds)}")


def _efs(volume: Value) -> Iterator[Finding]:
    for iam, point, transit, root in volume.cases(
        f"{_EFS}.AuthorizationConfig.IAM",
        f"{_EFS}.AuthorizationConfig.AccessPointId",
        f"{_EFS}.TransitEncryption",
        f"{_EFS}.RootDirectory",
    ):
        known_point = point.present and (point.text or point.reference)
        off = transit.absent or transit.text == "DISABLED"
        if off and (iam.text == "ENABLED" or known_point):
            what = "IAM authorization" if iam.text == "ENABLED" else "an access point"
            yield Finding(
                iam.path if iam.text == "ENABLED" else point.path,
                f"{what} needs TransitEncryption ENABLED on the EFS volume",
            )
        if known_point and root.text not in {None, "", "/"}:
            yield Finding(
                root.path,
                f"RootDirectory '{root.shown}' is not taken with an access point; leave it out",
            )
