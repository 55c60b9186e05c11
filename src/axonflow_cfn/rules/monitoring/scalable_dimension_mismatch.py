"""E9813."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.autoscaling import POLICY, RESOURCE_PREFIXES, TARGET
from axonflow_cfn.rule import DeployabilityRule, Finding


class ScalableDimensionMismatch(DeployabilityRule):
    """A scalable dimension of another service than the namespace says."""

    id = "E9813"
    shortdesc = "ServiceNamespace, ScalableDimension and ResourceId do not agree"
    description = (
        "A scalable dimension starts with its service namespace (ecs:service:DesiredCount belongs "
        "to ecs), and its ResourceId with the kind of resource (service/). Application Auto "
        "Scaling refuses any other combination. Make the three agree."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_RegisterScalableTarget.html"
    )
    tags = ["resources", "applicationautoscaling"]
    bad = """
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: service/main/web
      MinCapacity: 2
      MaxCapacity: 5
"""
    good = bad.replace("rds:cluster:ReadReplicaCount", "ecs:service:DesiredCount")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the three on each target and policy."""
        for owner in model.of_type(TARGET, POLICY):
            for namespace, dimension, identifier in owner.cases(
                "ServiceNamespace", "ScalableDimension", "ResourceId"
            ):
                service = (dimension.text or "").partition(":")[0]
                prefix = RESOURCE_PREFIXES.get(dimension.text or "")
                first = identifier.parts[0] if identifier.parts else None
                if namespace.text and service and namespace.text != service:
                    yield Finding(
                        dimension.path,
                        f"{dimension.shown} is a dimension of {service}, not of {namespace.shown}",
                    )
                elif (
                    prefix
                    and service != "ecs"
                    and isinstance(first, str)
                    and not first.startswith(prefix[: len(first)])
                ):
                    yield Finding(
                        identifier.path,
                        f"ResourceId {identifier.shown} does not start with {prefix}, as "
                        f"{dimension.shown} needs",
                    )
