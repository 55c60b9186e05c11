"""W9874."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.metric_uses import MetricUse, metric_uses
from axonflow_cfn.rule import DeployabilityRule, Finding

_SETTING = "containerInsights"


class MetricNotCollected(DeployabilityRule):
    """A metric that is published only once somebody asks for it."""

    id = "W9874"
    shortdesc = "Metric is not collected, since its collection is not switched on"
    description = (
        "ECS/ContainerInsights has data only of clusters with the setting containerInsights, and "
        "AWS/AutoScaling only of groups with MetricsCollection; of a cluster in the template that "
        "does not have it, the alarm or graph sees nothing, unless the account's default setting "
        "is on. Switch the collection on in the template."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html"
    tags = ["resources", "cloudwatch", "ecs", "autoscaling"]
    bad = """
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster}}
  Few:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: ECS/ContainerInsights
      MetricName: RunningTaskCount
      Dimensions:
        - {Name: ClusterName, Value: !Ref Cluster}
        - {Name: ServiceName, Value: !GetAtt Service.Name}
      Statistic: Minimum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 1
      ComparisonOperator: LessThanThreshold
"""
    good = bad.replace(
        "{Type: AWS::ECS::Cluster}",
        """
    Type: AWS::ECS::Cluster
    Properties: {ClusterSettings: [{Name: containerInsights, Value: enabled}]}""",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the dimensions of each use to the cluster or group."""
        for use in metric_uses(model):
            for key, value in use.dimensions or ():
                resource = value.follow()
                problem = _problem(use, key, resource) if resource else ""
                if problem:
                    yield Finding(use.path, f"{use.name}{use.where} {problem}")


def _problem(use: MetricUse, key: str, resource: Resource) -> str:
    name = resource.logical_id
    match use.namespace, key, resource.type:
        case "ECS/ContainerInsights", "ClusterName", "AWS::ECS::Cluster":
            values = [
                value.text
                for setting in resource.values("ClusterSettings.*")
                for label, value in setting.cases("Name", "Value")
                if label.text in {_SETTING, None}
            ]
            off = all(value == "disabled" for value in values)
            return f"has no data: {name} does not switch {_SETTING} on" if off else ""
        case "AWS/AutoScaling", "AutoScalingGroupName", "AWS::AutoScaling::AutoScalingGroup":
            collected = any(True for _ in resource.values("MetricsCollection"))
            return "" if collected else f"has no data: {name} has no MetricsCollection"
    return ""
