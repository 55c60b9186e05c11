"""ARNs that are spelled out although the template declares what they name."""

from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.functions import texts
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Part, Path, Symbol, Value

# Type: the property with the name, the service and what stands before the name in the ARN.
# https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
_ARNS = {
    "AWS::DynamoDB::Table": ("TableName", "dynamodb", "table/"),
    "AWS::ECS::Cluster": ("ClusterName", "ecs", "cluster/"),
    "AWS::IAM::ManagedPolicy": ("ManagedPolicyName", "iam", "policy/"),
    "AWS::IAM::Role": ("RoleName", "iam", "role/"),
    "AWS::Lambda::Function": ("FunctionName", "lambda", "function:"),
    "AWS::SNS::Topic": ("TopicName", "sns", ""),
    "AWS::SQS::Queue": ("QueueName", "sqs", ""),
    "AWS::StepFunctions::StateMachine": ("StateMachineName", "states", "stateMachine:"),
}


@dataclass(frozen=True)
class ArnUse:
    """An ARN spelled out.

    Attributes:
        user: the resource that uses it.
        arn: the value.
        owner: the resource whose name it ends in.
    """

    user: Resource
    arn: Value
    owner: Resource


def typed_arns(model: TemplateModel) -> Iterator[ArnUse]:
    """Every ARN that names a resource of this template without referring to it.

    Looks only at properties called ...Arn, ...ARN, ...Arns, ServiceToken and RoleArn-like, which
    the service looks up; a policy may name what does not exist yet.
    """
    owners = list(_owners(model))
    for user in model.resources.values() if owners else ():
        for arn in _arns(user):
            for tail, owner in owners:
                apart = owner.logical_id != user.logical_id and owner.given(arn.when)
                if apart and _shape(arn.parts) == tail:
                    yield ArnUse(user, arn, owner)


def _owners(model: TemplateModel) -> Iterator[tuple[tuple[str, tuple[Part, ...]], Resource]]:
    for kind, (key, service, before) in _ARNS.items():
        for resource in model.of_type(kind):
            for name in resource.values(key):
                if name.parts:
                    yield (service, _joined((before, *name.parts))), resource


def _shape(parts: tuple[Part, ...]) -> tuple[str, tuple[Part, ...]] | None:
    """Service and resource part of an ARN in the stack's own account; None if it is not that."""
    fields: list[list[Part]] = [[]]
    for part in parts:
        if not isinstance(part, str) or len(fields) > 5:  # noqa: PLR2004 - five colons, then the resource
            fields[-1].append(part)
            continue
        first, *rest = part.split(":", 6 - len(fields))
        fields[-1].append(first)
        for item in rest:
            fields.append([item])  # noqa: PERF401 - a comprehension's type would be list[list[str]]
    cleaned = [[item for item in field if item != ""] for field in fields]
    match cleaned:
        case [["arn"], _, [str(service)], _, [Symbol("AWS::AccountId")], [*resource]]:
            return service, _joined(tuple(resource))
        case _:
            return None


def _joined(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, str) and isinstance(last, str):
            merged[-1] = last + part
        elif part != "":
            merged.append(part)
    return tuple(merged)


def _arns(resource: Resource) -> Iterator[Value]:
    """The values of all properties whose name says that they are an ARN."""
    properties = resource.properties
    for node, path in _nodes(properties.data, properties.path):
        for value in resource.model.resolve(node, path, resource.when):
            yield from value.values("*")


def _nodes(node: object, path: Path) -> Iterator[tuple[object, Path]]:
    """The raw nodes of those properties, as far as they spell an ARN out."""
    if isinstance(node, dict):
        for key, item in node.items():
            inner = (*path, str(key))
            if str(key).lower().endswith(("arn", "arns", "servicetoken")):
                if any("arn" in text for text, _ in texts(item)):
                    yield item, inner
            elif not str(key).endswith("Document"):
                yield from _nodes(item, inner)
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _nodes(item, (*path, index))
