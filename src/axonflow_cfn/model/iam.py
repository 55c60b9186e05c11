"""What the policies of a role allow."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from axonflow_cfn.model.arns import covers
from axonflow_cfn.model.conditions import When
from axonflow_cfn.model.managed_policies import MANAGED_POLICIES
from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import UNKNOWN, Value

_ATTACHED = ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")


@dataclass(frozen=True)
class Statement:
    """One statement of a policy.

    Attributes:
        effect: 'Allow' or 'Deny'; None if not known.
        actions: Action or NotAction.
        resources: Resource or NotResource.
        negated: whether either is the Not form.
        conditional: whether it has a Condition.
        origin: the statement in the template, under the assumptions that make it exist.
    """

    effect: str | None
    actions: tuple[Value, ...]
    resources: tuple[Value, ...]
    negated: bool
    conditional: bool
    origin: Value


@dataclass(frozen=True)
class Policies:
    """All that is known to be attached to a role.

    Attributes:
        statements: of inline and attached policies.
        complete: whether nothing else can be attached, as far as the template tells.
    """

    statements: tuple[Statement, ...]
    complete: bool


def policies(role: Resource) -> Policies:
    """Gather the policies of an AWS::IAM::Role: inline, attached from either side, managed."""
    documents = list(role.values("Policies.*.PolicyDocument"))
    complete = all(value.known for value in role.values("Policies.*"))
    for policy in role.model.of_type(*_ATTACHED):
        attached = _attached(policy, role)
        complete = complete and attached is not None
        if attached:
            for holder in attached:
                found = policy.given(holder)
                documents += found.values("PolicyDocument") if found else []
    statements = []
    for arn in role.values("ManagedPolicyArns.*"):
        own = arn.follow("AWS::IAM::ManagedPolicy")
        if own:
            documents += own.values("PolicyDocument")
        elif (name := _managed_name(arn)) in MANAGED_POLICIES:
            statements.append(_managed(arn, name))
        else:
            complete = False
    declared, whole = _documents(documents)
    return Policies((*statements, *declared), complete and whole)


def _documents(documents: Iterable[Value]) -> tuple[tuple[Statement, ...], bool]:
    """The statements of policy documents, and whether they are all of them."""
    known = [statement for document in documents for statement in document.values("Statement.*")]
    return (
        tuple(one for statement in known for one in _statements(statement)),
        all(statement.known for statement in known),
    )


def roles(holder: Resource) -> Iterator[Resource]:
    """The roles of this template that have the policies which a resource declares."""
    if holder.type == "AWS::IAM::Role":
        yield holder
    if holder.type not in _ATTACHED:
        return
    for value in holder.values("RoleName" if holder.type == "AWS::IAM::RolePolicy" else "Roles.*"):
        role = value.follow("AWS::IAM::Role")
        if role:
            yield role
    for role in holder.model.of_type("AWS::IAM::Role"):
        for value in role.values("ManagedPolicyArns.*"):
            if value.reference and value.reference.logical_id == holder.logical_id:
                yield from filter(None, [role.given(value.when)])


def allows(
    role: Resource,
    action: str,
    target: Value | None = None,
    facts: Mapping[str, Value | str] | None = None,
) -> bool | None:
    """Whether a role's own policies allow an action.

    A resource policy (of a secret, a key, a bucket) can allow it as well: look for one before
    reporting a False.

    Args:
        role: an AWS::IAM::Role, under the assumptions of its user (`value.follow()` gives that).
        action: such as 'secretsmanager:GetSecretValue'.
        target: what it acts on; None for actions that know no resource.
        facts: what the request says of itself, by the name of the condition key in lower case.

    Returns:
        True or False where that is certain, else None.
    """
    attached = policies(role)
    when = role.when & target.when if target else role.when
    if not role.model.conditions.possible(when):
        return None
    allowed, denied = set(), set()
    for statement in attached.statements:
        applies = _applies(statement, action, target, when, facts or {})
        if statement.effect != "Deny":
            allowed.add(applies if statement.effect == "Allow" else None if applies else applies)
        if statement.effect != "Allow":
            denied.add(applies if statement.effect == "Deny" else None if applies else applies)
    if True in denied:
        return False
    if allowed <= {False}:
        return False if attached.complete else None
    if _is_out_of_bounds(role, action, target, when):
        return False
    bounded = any(True for _ in role.values("PermissionsBoundary"))
    limited = bounded or None in denied or not attached.complete
    return True if True in allowed and not limited else None


def _is_out_of_bounds(role: Resource, action: str, target: Value | None, when: When) -> bool:
    """Whether the permissions boundary of a role certainly keeps an action from it."""
    for value in role.values("PermissionsBoundary"):
        boundary = value.follow("AWS::IAM::ManagedPolicy")
        if boundary is None or not role.model.conditions.implies(when, value.when):
            continue
        documents = list(boundary.values("PolicyDocument"))
        statements, whole = _documents(documents)
        known = documents and whole and all(document.known for document in documents)
        allowed = {
            _applies(statement, action, target, when, {})
            for statement in statements
            if statement.effect != "Deny"
        }
        if known and allowed <= {False}:
            return True
    return False


def _applies(
    statement: Statement,
    action: str,
    target: Value | None,
    when: When,
    facts: Mapping[str, Value | str],
) -> bool | None:
    """Whether a statement speaks of an action on a target."""
    if not statement.origin.given(when):
        return False
    if facts and statement.conditional and _fails(statement.origin, when, facts):
        return False
    acts = _any(statement.actions, when, lambda value: _is_action(value, action))
    reaches = _any(statement.resources, when, lambda value: _is_target(value, target))
    if statement.negated:
        return None
    if False in {acts, reaches}:
        return False
    sure = acts and reaches and not statement.conditional
    return (
        True
        if sure and statement.origin.model.conditions.implies(when, statement.origin.when)
        else None
    )


def _fails(statement: Value, when: When, facts: Mapping[str, Value | str]) -> bool:
    """Whether the Condition of a statement certainly contradicts what the request says."""
    forms = [form for (form,) in statement.cases("Condition") if form.given(when)]
    return all(
        any(
            operator.lower() in _COMPARED
            and key.lower() in facts
            and not any(
                _may_equal(one, facts[key.lower()]) for one in wanted.values("*") if one.given(when)
            )
            for operator, keys in form.items()
            for key, wanted in keys.items()
        )
        for form in forms
    )


_COMPARED = {"arnequals", "arnlike", "stringequals", "stringlike"}


def _may_equal(wanted: Value, fact: Value | str) -> bool:
    if isinstance(fact, str):
        return wanted.text is None or fnmatchcase(fact.lower(), wanted.text.lower())
    if wanted.reference and fact.reference and wanted.reference != fact.reference:
        # Another resource of the same type, or another attribute, is not the same string.
        other, own = wanted.follow(), fact.follow()
        return other is None or own is None or other.type != own.type
    return covers(wanted, fact) is not False


def _any(values: Iterable[Value], when: When, test: Callable[[Value], bool | None]) -> bool | None:
    """Whether one of the values passes, under the assumptions."""
    found: set[bool | None] = set()
    for value in values:
        if value.given(when):
            result = test(value)
            certain = result is False or value.model.conditions.implies(when, value.when)
            found.add(result if certain else None)
    return True if True in found else None if None in found else False


def _is_action(value: Value, action: str) -> bool | None:
    return None if value.text is None else fnmatchcase(action.lower(), value.text.lower())


def _is_target(value: Value, target: Value | None) -> bool | None:
    if value.text == "*":
        return True
    if target is None or not value.parts or value.parts == (UNKNOWN,):
        return None
    return covers(value, target)


def _attached(policy: Resource, role: Resource) -> list[When] | None:
    """The assumptions under which a policy resource belongs to a role; None if not known."""
    key = "RoleName" if policy.type == "AWS::IAM::RolePolicy" else "Roles.*"
    names = list(role.values("RoleName"))
    found = []
    for holder in policy.values(key):
        same = holder.reference and holder.reference.logical_id == role.logical_id
        if same or any(holder.equals(name) for name in names):
            found.append(holder.when)
        elif holder.reference is None and names:
            return None  # a name that may turn out to be this role's
    return found


def _managed_name(arn: Value) -> str:
    """'service-role/X' of 'arn:...:iam::aws:policy/service-role/X'."""
    last = arn.parts[-1] if arn.parts else ""
    return last.partition(":iam::aws:policy/")[2] if isinstance(last, str) else ""


def _managed(arn: Value, name: str) -> Statement:
    actions, resource = MANAGED_POLICIES[name]
    return Statement(
        effect="Allow",
        actions=tuple(replace(arn, data=action) for action in actions),
        resources=(replace(arn, data=resource),),
        negated=False,
        conditional=False,
        origin=arn,
    )


def _statements(statement: Value) -> Iterator[Statement]:
    keys = ("Effect", "Action", "NotAction", "Resource", "NotResource", "Condition")
    for effect, action, not_action, resource, not_resource, condition in statement.cases(*keys):
        yield Statement(
            effect=effect.text,
            actions=tuple(v for one in (action, not_action) for v in one.values("*")),
            resources=tuple(v for one in (resource, not_resource) for v in one.values("*")),
            negated=not_action.present or not_resource.present,
            conditional=condition.present,
            origin=replace(statement, when=effect.when),
        )
