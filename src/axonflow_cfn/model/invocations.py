"""Who may invoke a function, or send to a queue or topic, of the template."""

from collections.abc import Iterator

from axonflow_cfn.model.memo import once
from axonflow_cfn.model.policies import Statement, covers_action, of_holder, statements
from axonflow_cfn.model.principals import label
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Reference, Value

TARGETS = ("AWS::Lambda::Function", "AWS::SQS::Queue", "AWS::SNS::Topic")

EDGES = (
    ("AWS::CloudWatch::Alarm", "AlarmActions.*", "cloudwatch"),
    ("AWS::CloudWatch::Alarm", "OKActions.*", "cloudwatch"),
    ("AWS::CloudWatch::CompositeAlarm", "AlarmActions.*", "cloudwatch"),
    ("AWS::Events::Rule", "Targets.*.Arn", "events"),
    ("AWS::RDS::EventSubscription", "SnsTopicArn", "rds"),
    ("AWS::SNS::Subscription", "Endpoint", "sns"),
    ("AWS::SNS::Topic", "Subscription.*.Endpoint", "sns"),
)
"""Type, property, service: sources that find out only when they have something to deliver."""

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


def named_sources(target: Resource, service: str) -> frozenset[str] | None:
    """The resources on whose behalf alone a service may use a target.

    Args:
        target: a function, queue or topic.
        service: as in `grants`.

    Returns:
        Logical ids; None if the service may come for others too, or that can't be told.
    """
    arns = [
        arn for holder in grants(target, service) or () for arn in _arns(holder, target, service)
    ]
    named = frozenset(arn.reference.logical_id for arn in arns if arn and arn.reference)
    return named if named and all(arn and arn.reference for arn in arns) else None


def _arns(holder: Resource, target: Resource, service: str) -> Iterator[Value | None]:
    """What a grant compares the source with; None where it does not."""
    if holder.type == "AWS::Lambda::Permission":
        for (arn,) in holder.cases("SourceArn"):
            yield None if arn.absent else arn
        return
    for statement in of_holder(holder, "resource"):
        allowed = statement.effect != "Deny" and _sends(statement, _SEND[target.type])
        if allowed and any(who(one.value) in {"*", service} for one in statement.principals):
            compared = [t.value for t in statement.tests if t.key.lower() == "aws:sourcearn"]
            if not compared:
                yield None
            for value in compared:
                yield from value.values("*")


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
            found.setdefault(_target(function), []).append((permission, who(principal)))
    return found


@once
def _statements(model: TemplateModel) -> dict[str, list[tuple[Resource, str | None]]]:
    found: dict[str, list[tuple[Resource, str | None]]] = {}
    for kind, (policy, path) in _POLICIES.items():
        for statement in statements(model):
            if statement.holder.type == policy and _sends(statement, _SEND[kind]):
                for queue in statement.holder.values(path):
                    known = [(statement.holder, who(p.value)) for p in statement.principals]
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


def who(principal: Value) -> str | None:
    """'events' of 'events.amazonaws.com'; an account or role is itself; None if not known."""
    if principal.text is None:
        name = "".join(part for part in principal.parts if isinstance(part, str))
        regional = name.endswith((".amazonaws.com", ".amazonaws.com.cn"))
        first = principal.parts[0] if principal.parts else ""
        return str(first).rstrip(".") if regional and isinstance(first, str) else None
    return label(principal.text)
