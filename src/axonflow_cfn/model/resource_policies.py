"""Whether the policy of a topic, queue, key or bucket lets an AWS service in."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import UNKNOWN, Value

# The policy resource, its list of resources, and its document, by the type that it is for.
_POLICIES = {
    "AWS::S3::Bucket": ("AWS::S3::BucketPolicy", "Bucket"),
    "AWS::SNS::Topic": ("AWS::SNS::TopicPolicy", "Topics.*"),
    "AWS::SQS::Queue": ("AWS::SQS::QueuePolicy", "Queues.*"),
}


def policies_of(resource: Resource) -> list[Resource]:
    """The policy resources of a topic, queue or bucket."""
    kind, path = _POLICIES[resource.type]
    return [
        policy
        for policy in resource.model.of_type(kind)
        if any(_names(value, resource) for value in policy.values(path))
    ]


def policies_elsewhere(model: TemplateModel, kind: str) -> bool:
    """Whether a policy is for a resource that its value does not tell."""
    policy, path = _POLICIES[kind]
    return any(
        value.reference is None for item in model.of_type(policy) for value in item.values(path)
    )


def could_allow(documents: Iterable[Value], service: str, action: str) -> bool:
    """Whether a policy lets a service do something, or may, as far as the template tells.

    Conditions and resources are taken to fit.

    Args:
        documents: the policy documents in force.
        service: such as 'events.amazonaws.com'.
        action: such as 'sqs:SendMessage'.
    """
    return any(
        _may(statement, service, action)
        for document in documents
        for statement in (document.values("Statement.*") if document.known else (document,))
    )


def _may(statement: Value, service: str, action: str) -> bool:
    if not statement.known:
        return True
    for effect, denied, negated in statement.cases("Effect", "NotAction", "NotPrincipal"):
        acts = denied.present or any(
            value.text is None or fnmatchcase(action.lower(), value.text.lower())
            for value in statement.values("Action.*")
        )
        if effect.text != "Deny" and acts and (negated.present or _admits(statement, service)):
            return True
    return False


def _admits(statement: Value, service: str) -> bool:
    """Whether the service is among the principals; an account or role does not stand for it."""
    for principal in statement.values("Principal"):
        if not isinstance(principal.data, dict):
            return principal.text in {None, "*"}
        for kind, value in principal.items():
            for one in value.values("*"):
                anyone = kind == "AWS" and (one.text == "*" or one.data is UNKNOWN)
                if anyone or (kind == "Service" and _is(one, service)):
                    return True
    return False


def _is(principal: Value, service: str) -> bool:
    """Whether a principal is a service, or may be: logs.<Region>.amazonaws.com counts as logs."""
    first = principal.parts[0] if principal.parts else None
    name = service.split(".", maxsplit=1)[0]
    return not isinstance(first, str) or first.split(".")[0] == name


def _names(value: Value, resource: Resource) -> bool:
    return value.reference is not None and value.reference.logical_id == resource.logical_id
