"""W9551."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class AccessPointActsAsRoot(DeployabilityRule):
    """An access point that makes everybody root."""

    id = "W9551"
    shortdesc = "Everybody acts as root through an EFS access point"
    description = (
        "EFS takes whoever comes through the access point for its PosixUser, and does not check "
        "permissions for user 0: whatever user a container runs as, it may read, change and hand "
        "over every file there. Without elasticfilesystem:ClientRootAccess it gets 'Permission "
        "denied' instead. Give the id of an ordinary user, and make it the owner in CreationInfo."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html"
    tags = ["resources", "efs", "security"]
    bad = """
Resources:
  Point:
    Type: AWS::EFS::AccessPoint
    Properties: {FileSystemId: fs-12345678, PosixUser: {Uid: '0', Gid: '0'}}
"""
    good = bad.replace("Uid: '0', Gid: '0'", "Uid: '1000', Gid: '1000'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the user of each access point."""
        for point in model.of_type("AWS::EFS::AccessPoint"):
            for uid in point.values("PosixUser.Uid"):
                if uid.number == 0:
                    yield Finding(
                        uid.path,
                        f"everybody acts as user {uid.shown}, root, through {point.logical_id}; "
                        "give the id of an ordinary user",
                    )
