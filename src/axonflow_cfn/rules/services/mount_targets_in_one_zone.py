"""E9901."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.vpc import SUBNET, zone
from axonflow_cfn.rule import DeployabilityRule, Finding


class MountTargetsInOneZone(DeployabilityRule):
    """Two mount targets of one file system in one Availability Zone."""

    id = "E9901"
    shortdesc = "File system has two mount targets in one Availability Zone"
    description = (
        "EFS takes one mount target a zone and refuses the second (MountTargetConflict). Give "
        "each the subnet of another zone; all subnets of the zone can use it."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html"
    tags = ["resources", "efs"]
    bad = """
Resources:
  Files: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: true}}
  One:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: subnet-11111111, SecurityGroups: [sg-11111111]}
  Two:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: subnet-11111111, SecurityGroups: [sg-11111111]}
"""
    good = bad.replace("subnet-11111111", "subnet-22222222", 1)

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each mount target with those of the resources before it."""
        seen: list[tuple[Value, Value]] = []
        for target in model.of_type("AWS::EFS::MountTarget"):
            own = [(files, subnet) for files, subnet in target.cases("FileSystemId", "SubnetId")]
            for files, subnet in own:
                for other_files, other in seen:
                    same = files.equals(other_files)
                    if same and _one_zone(subnet, other) and model.together(subnet, other):
                        yield Finding(
                            subnet.path,
                            f"{other.path[1]} is a mount target of the file system in the same "
                            "zone; use a subnet of another",
                        )
            seen += own


def _one_zone(one: Value, other: Value) -> bool:
    if one.equals(other):
        return True
    first, second = one.follow(SUBNET), other.follow(SUBNET)
    key = zone(first) if first else None
    return key is not None and second is not None and key == zone(second)
