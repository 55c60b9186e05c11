"""E9812."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.autoscaling import POLICY, TARGET
from axonflow_cfn.model.values import Part, show
from axonflow_cfn.rule import DeployabilityRule, Finding

_SERVICE = "AWS::ECS::Service"
_CLUSTER = "AWS::ECS::Cluster"
_SEGMENTS = 3


class ScalableTargetResourceId(DeployabilityRule):
    """A ResourceId that names no ECS service."""

    id = "E9812"
    shortdesc = "ResourceId is not service/<cluster name>/<service name>"
    description = (
        "For an ECS service ResourceId is service/, the name of its cluster, / and its own name. "
        "Ref of a service and the Arn of a cluster are ARNs, not names; Application Auto Scaling "
        "refuses them ('ECS service doesn't exist'). Write !Sub "
        "'service/${Cluster}/${Service.Name}', with the cluster that the service runs in."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_RegisterScalableTarget.html"
    )
    tags = ["resources", "applicationautoscaling", "ecs"]
    bad = """
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: true, Rollback: true}}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: !Sub service/${Cluster}/${Service}
      MinCapacity: 2
      MaxCapacity: 5
"""
    good = bad.replace("${Service}", "${Service.Name}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Take each id of an ECS service apart."""
        for owner in model.of_type(TARGET, POLICY):
            for identifier, namespace, dimension in owner.cases(
                "ResourceId", "ServiceNamespace", "ScalableDimension"
            ):
                ecs = namespace.text == "ecs" or (dimension.text or "").startswith("ecs:")
                fault = _fault(model, identifier) if ecs and identifier.parts else None
                if fault:
                    yield Finding(
                        identifier.path,
                        f"ResourceId {identifier.shown} {fault}; write "
                        "service/<cluster name>/<service name>",
                    )


def _fault(model: TemplateModel, identifier: Value) -> str | None:
    segments = _segments(identifier.parts)
    first = segments[0]
    if (
        first
        and all(isinstance(part, str) for part in first)
        and "".join(map(show, first)) != ("service")
    ):
        return "does not start with service/"
    whole = all(isinstance(p, str | Reference) for p in identifier.parts)
    for part in identifier.parts:
        found = model.resources.get(part.logical_id) if isinstance(part, Reference) else None
        if isinstance(part, Reference) and found:
            if found.type == _SERVICE and part.attribute != "Name":
                return f"holds an ARN ({show(part)}); the name is ${{{part.logical_id}.Name}}"
            if found.type == _CLUSTER and part.attribute:
                return f"holds an ARN ({show(part)}); the name is ${{{part.logical_id}}}"
    if whole and len(segments) != _SEGMENTS:
        return f"has {len(segments)} segments instead of {_SEGMENTS}"
    return _other_cluster(model, identifier, segments) if len(segments) == _SEGMENTS else None


def _segments(parts: tuple[Part, ...]) -> list[list[Part]]:
    found: list[list[Part]] = [[]]
    for part in parts:
        pieces = part.split("/") if isinstance(part, str) else [part]
        for index, piece in enumerate(pieces):
            if index:
                found.append([])
            if piece != "":
                found[-1].append(piece)
    return found


def _other_cluster(
    model: TemplateModel, identifier: Value, segments: list[list[Part]]
) -> str | None:
    _, cluster, service = segments
    if len(cluster) != 1 or len(service) != 1 or not isinstance(service[0], Reference):
        return None
    found = model.resources.get(service[0].logical_id)
    under = found.given(identifier.when) if found and found.type == _SERVICE else None
    mine = cluster[0].logical_id if isinstance(cluster[0], Reference) else None
    theirs = _clusters(under) if under else set()
    if mine in model.resources and theirs and mine not in theirs:
        return f"names the cluster {mine}, but {service[0].logical_id} runs in {theirs.pop()}"
    return None


def _clusters(service: Resource) -> set[str]:
    """The clusters of this template that a service can run in; empty if one is not known."""
    values = list(service.values("Cluster"))
    found = [value.follow(_CLUSTER) for value in values]
    return {cluster.logical_id for cluster in found if cluster} if all(found) else set()
