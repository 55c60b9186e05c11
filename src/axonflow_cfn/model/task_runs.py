"""Which task definitions the policies of a role let it run, by reference and by family."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from axonflow_cfn.model.arns import matches
from axonflow_cfn.model.iam import Statement, policies
from axonflow_cfn.model.policies import covers_action, of_kind
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Part, Symbol, Value

TASK = "AWS::ECS::TaskDefinition"
_BEFORE = "task-definition/"
_STARTERS = (
    "AWS::Events::Rule",
    "AWS::Pipes::Pipe",
    "AWS::Scheduler::Schedule",
    "AWS::StepFunctions::StateMachine",
)


def starts_for_a_service(role: Resource) -> bool:
    """Whether EventBridge or Step Functions uses the role, whose rules ask for more."""
    return any(user.type in _STARTERS for user in role.model.users_of(role.logical_id))


def resources(role: Resource) -> Iterator[Value]:
    """What the statements name that are there to let a role run tasks."""
    for statement in policies(role).statements:
        if statement.effect == "Allow" and not statement.negated and _is_meant(statement):
            yield from statement.resources


def sees_all(role: Resource) -> bool:
    """Whether nothing but `resources` certainly lets the role run a task."""
    return not any(
        statement.negated
        or not all(action.text for action in statement.actions)
        or (
            any(covers_action(action, "ecs:RunTask") for action in statement.actions)
            and not _is_meant(statement)
        )
        for statement in policies(role).statements
        if statement.effect != "Deny"
    )


def _is_meant(statement: Statement) -> bool:
    """Whether it names the action; who is allowed ecs:* need not run anything."""
    return any(
        covers_action(action, run) and (action.text or "").lower().startswith(begin)
        for action in statement.actions
        for run, begin in (("ecs:RunTask", "ecs:run"), ("ecs:StartTask", "ecs:startt"))
    )


def family(resource: Value) -> tuple[Part, ...]:
    """The family in the ARN of a task definition, without the revision; () if not known."""
    for i, part in enumerate(resource.parts):
        if isinstance(part, str) and _BEFORE in part:
            rest = (part.partition(_BEFORE)[2], *resource.parts[i + 1 :])
            return tuple(_up_to_colon(rest))
    return ()


def _up_to_colon(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, str) and ":" in part:
            yield part.partition(":")[0]
            return
        yield part


def spelled(parts: tuple[Part, ...]) -> str | None:
    """A name with its symbols as marks; None if something else is in it."""
    found = ""
    for part in parts:
        if not isinstance(part, str | Symbol):
            return None
        found += part if isinstance(part, str) else f"\0{part.name}\0"
    return found or None


def is_of(pattern: tuple[Part, ...], task: Resource) -> bool | None:
    """Whether a family, perhaps with wildcards, is that of a task definition; None if unknown."""
    wanted = spelled(pattern)
    found = {_is_named(pattern, wanted, name) for (name,) in task.cases("Family")}
    return found.pop() if len(found) == 1 else None


def _is_named(pattern: tuple[Part, ...], wanted: str | None, name: Value) -> bool | None:
    own = spelled(name.parts)
    if wanted is None or own is None:
        # CloudFormation puts a generated name together from the stack and the logical id.
        return None
    if fnmatchcase(own, wanted.replace("[", "[[]")):
        return True
    same = _symbols(pattern) == _symbols(name.parts)
    return False if same or matches(pattern, name.parts) is False else None


def _symbols(parts: tuple[Part, ...]) -> set[str]:
    return {part.name for part in parts if isinstance(part, Symbol)}


def registers(model: TemplateModel) -> bool:
    """Whether someone may register task definitions beside those of the template."""
    return any(
        covers_action(action, "ecs:RegisterTaskDefinition")
        for statement in of_kind(model, "identity")
        for action in statement.actions
    )
