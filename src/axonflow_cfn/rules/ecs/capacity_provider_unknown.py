"""E9123."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding

_FARGATE = {"FARGATE", "FARGATE_SPOT"}
_RESERVED = ("aws", "ecs", "fargate")
_ASSOCIATIONS = "AWS::ECS::ClusterCapacityProviderAssociations"
_PLACES = (
    ("AWS::ECS::Service", "CapacityProviderStrategy.*.CapacityProvider"),
    ("AWS::ECS::Cluster", "DefaultCapacityProviderStrategy.*.CapacityProvider"),
    ("AWS::ECS::Cluster", "CapacityProviders.*"),
    (_ASSOCIATIONS, "DefaultCapacityProviderStrategy.*.CapacityProvider"),
    (_ASSOCIATIONS, "CapacityProviders.*"),
)


class CapacityProviderUnknown(DeployabilityRule):
    """A capacity provider that does not exist, or not in the cluster."""

    id = "E9123"
    shortdesc = "Capacity provider does not exist or is not of the cluster"
    description = (
        "AWS offers FARGATE and FARGATE_SPOT; names of one's own can't start with aws, ecs or "
        "fargate. A strategy may only use providers that the cluster's CapacityProviders list "
        "('The specified capacity provider was not found', 'is not associated with the cluster')."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_CapacityProviderStrategyItem.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {CapacityProviders: [FARGATE]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]
"""
    good = bad.replace("[FARGATE]", "[FARGATE, FARGATE_SPOT]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each provider by name, then in its cluster."""
        for kind, path in _PLACES:
            for resource in model.of_type(kind):
                for name in resource.values(path):
                    text = name.text or ""
                    if text.lower().startswith(_RESERVED) and text not in _FARGATE:
                        yield Finding(
                            name.path,
                            f"there is no capacity provider {name.shown}; AWS has FARGATE and "
                            "FARGATE_SPOT",
                        )
                    elif path.startswith(("CapacityProviderS", "Default")):
                        yield from _not_in_cluster(resource, name)


def _not_in_cluster(resource: Resource, name: Value) -> Iterator[Finding]:
    under = resource.given(name.when)
    if under is None or name.text is None:
        return
    if resource.type == "AWS::ECS::Service":
        if resource.model.of_type(_ASSOCIATIONS):
            return
        clusters = [value.follow("AWS::ECS::Cluster") for value in under.values("Cluster")]
    else:
        clusters = [under]
    for cluster in clusters:
        listed = declared(cluster, "CapacityProviders.*") if cluster else None
        if cluster and listed is not None and name.text not in listed:
            yield Finding(
                name.path,
                f"{name.shown} is not in CapacityProviders of {cluster.logical_id}; add it there",
            )
