"""E9906."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class FileSystemRefused(DeployabilityRule):
    """Settings of a file system that exclude or need each other."""

    id = "E9906"
    shortdesc = "Settings of an EFS file system contradict each other"
    description = (
        "EFS refuses provisioned throughput without ProvisionedThroughputInMibps, that figure with "
        "another ThroughputMode, elastic throughput with PerformanceMode maxIO, and a KmsKeyId "
        "without Encrypted: true."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html"
    tags = ["resources", "efs"]
    bad = """
Resources:
  Files:
    Type: AWS::EFS::FileSystem
    Properties: {Encrypted: true, ThroughputMode: provisioned}
"""
    good = bad.replace("provisioned}", "provisioned, ProvisionedThroughputInMibps: 64}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the settings that go together."""
        for files in model.of_type("AWS::EFS::FileSystem"):
            for mode, figure, performance in files.cases(
                "ThroughputMode", "ProvisionedThroughputInMibps", "PerformanceMode"
            ):
                if mode.text == "provisioned" and figure.absent:
                    yield Finding(
                        mode.path, "provisioned throughput needs ProvisionedThroughputInMibps"
                    )
                if figure.present and (mode.absent or mode.text in {"bursting", "elastic"}):
                    yield Finding(
                        figure.path,
                        "ProvisionedThroughputInMibps goes with ThroughputMode provisioned only",
                    )
                if mode.text == "elastic" and performance.text == "maxIO":
                    yield Finding(
                        performance.path, "maxIO does not go with elastic throughput; remove it"
                    )
            for key, encrypted in files.cases("KmsKeyId", "Encrypted"):
                if key.present and (encrypted.absent or encrypted.flag is False):
                    yield Finding(key.path, "KmsKeyId needs Encrypted: true")
