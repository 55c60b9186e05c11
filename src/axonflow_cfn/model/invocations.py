"""Who may invoke a function, or send to a queue or topic, of the template."""

from axonflow_cfn.model.memo import once
from axonflow_cfn.model.policies import Statement, covers_action, statements
from axonflow_cfn.model.principals import label
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Reference, Value

TARGETS = ("AWS::Lambda::Function", "AWS::SQS::Queue", "AWS::SNS::Topic")

_SEND = {"AWS::SQS::Queue": "sqs:SendMessage", "AWS::SNS::Topic": "sns:Publish"}
_POLICIES = {
    "AWS::SQS::Queue": ("AWS::SQS::QueuePolicy", "Queues.*"),
    "AWS::SNS::Topic": ("AWS::SNS::TopicPolicy", "Topics.*"),
}


def grants(target: Resource, service: str) -> list[Resource] | None:
    """The resources of the template that let a service use a target.

    Args:
        target: a function, queue or topic.
        service: what stands before '.amazonaws.com', such as 'events'.

    Returns:
        AWS::Lambda::Permission, QueuePolicy or TopicPolicy; [] if certainly none does; None if
        that can't be told.
    """
    found: list[Resource] = []
    for holder, who in _grants(target.model, target.type).get(target.logical_id, ()):
        if who is None:
            return None
        if who in {"*", service}:
            found.append(holder)
    hidden = _grants(target.model, target.type).get("", ())
    return found if found or not hidden else None


def policies(target: Resource) -> list[Resource]:
    """The policies of a queue or topic."""
    kind, path = _POLICIES[target.type]
    return [
        policy
        for policy in target.model.of_type(kind)
        for value in policy.values(path)
        if value.reference and value.reference.logical_id == target.logical_id
    ]


def _grants(model: TemplateModel, kind: str) -> dict[str, list[tuple[Resource, str | None]]]:
    """By target: who is let in by what; None for a principal that is not known.

    Under '' stands what may be for any target.
    """
    return _permissions(model) if kind == "AWS::Lambda::Function" else _statements(model)


@once
def _permissions(model: TemplateModel) -> dict[str, list[tuple[Resource, str | None]]]:
    found: dict[str, list[tuple[Resource, str | None]]] = {}
    for permission in model.of_type("AWS::Lambda::Permission"):
        for function, principal in permission.cases("FunctionName", "Principal"):
            found.setdefault(_target(function), []).append((permission, _who(principal)))
    return found


@once
def _statements(model: TemplateModel) -> dict[str, list[tuple[Resource, str | None]]]:
    found: dict[str, list[tuple[Resource, str | None]]] = {}
    for kind, (policy, path) in _POLICIES.items():
        for statement in statements(model):
            if statement.holder.type == policy and _sends(statement, _SEND[kind]):
                for queue in statement.holder.values(path):
                    known = [(statement.holder, _who(p.value)) for p in statement.principals]
                    found.setdefault(_target(queue), []).extend(known or [(statement.holder, None)])
    return found


def _sends(statement: Statement, action: str) -> bool:
    unknown = bool(statement.not_actions) or any(a.text is None for a in statement.actions)
    covered = any(covers_action(one, action) for one in statement.actions)
    return statement.effect != "Deny" and (unknown or covered)


def _target(value: Value) -> str:
    """The logical id behind a reference, or behind 'function:${Function}' and the like."""
    named = [part.logical_id for part in value.parts if isinstance(part, Reference)]
    return named[0] if named else ""


def _who(principal: Value) -> str | None:
    """'events' of 'events.amazonaws.com'; an account or role is itself; None if not known."""
    if principal.text is None:
        name = "".join(part for part in principal.parts if isinstance(part, str))
        regional = name.endswith((".amazonaws.com", ".amazonaws.com.cn"))
        first = principal.parts[0] if principal.parts else ""
        return str(first).rstrip(".") if regional and isinstance(first, str) else None
    return label(principal.text)
