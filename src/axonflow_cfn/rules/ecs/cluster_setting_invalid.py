"""E9152."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_VALUES = {"enabled", "enhanced", "disabled"}
_EXEC = "Configuration.ExecuteCommandConfiguration"


class ClusterSettingInvalid(DeployabilityRule):
    """A setting of a cluster that does not exist."""

    id = "E9152"
    shortdesc = "Setting of an ECS cluster does not exist or is incomplete"
    description = (
        "ClusterSettings has one name, containerInsights, with the values enabled, enhanced and "
        "disabled; ExecuteCommandConfiguration with Logging OVERRIDE needs a LogConfiguration. ECS "
        "refuses the cluster otherwise."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {ClusterSettings: [{Name: containerInsights, Value: 'on'}]}
"""
    good = bad.replace("'on'", "enabled")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the settings of each cluster."""
        for cluster in model.of_type("AWS::ECS::Cluster"):
            for setting in cluster.values("ClusterSettings.*"):
                for name, value in setting.cases("Name", "Value"):
                    if name.text is not None and name.text != "containerInsights":
                        yield Finding(
                            name.path, f"there is no setting {name.shown}, only containerInsights"
                        )
                    elif name.text and value.text is not None and value.text not in _VALUES:
                        yield Finding(
                            value.path,
                            f"containerInsights is {value.shown}; it is enabled, enhanced or "
                            "disabled",
                        )
            for logging, where in cluster.cases(f"{_EXEC}.Logging", f"{_EXEC}.LogConfiguration"):
                if logging.text == "OVERRIDE" and where.absent:
                    yield Finding(logging.path, "Logging OVERRIDE needs a LogConfiguration")
