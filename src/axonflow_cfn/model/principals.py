"""Service principals, and who may assume a role."""

from axonflow_cfn.model.policies import Statement, covers_action, of_holder
from axonflow_cfn.model.template import Resource


def trusts(role: Resource, service: str) -> bool | None:
    """Whether a role lets a service assume it.

    Args:
        role: an AWS::IAM::Role, under the assumptions of its user.
        service: what stands before '.amazonaws.com', such as 'ecs-tasks'.

    Returns:
        True, False, or None if the template does not tell.
    """
    documents = list(role.values("AssumeRolePolicyDocument"))
    if not documents or not all(isinstance(document.data, dict) for document in documents):
        return None
    found: set[bool | None] = {False}
    for statement in of_holder(role, "trust"):
        if statement.origin.given(role.when) is None:
            continue
        acts = {a.text is None or covers_action(a, "sts:AssumeRole") for a in statement.actions}
        if _denies(statement, service) and role.model.conditions.implies(
            role.when, statement.origin.when
        ):
            return False
        if statement.effect == "Deny" or not (True in acts or statement.not_actions):
            continue
        if statement.excluded or statement.effect is None or not statement.principals:
            found.add(None)
        found |= {_is(p.kind, p.value.text, service) for p in statement.principals}
    return True if True in found else None if None in found else False


def _denies(statement: Statement, service: str) -> bool:
    """Whether a statement denies a service the role, whatever another allows."""
    return (
        statement.effect == "Deny"
        and not statement.conditional
        and any(covers_action(action, "sts:AssumeRole") for action in statement.actions)
        and any(_is(p.kind, p.value.text, service) for p in statement.principals)
    )


def _is(kind: str, name: str | None, service: str) -> bool | None:
    if kind not in {"Service", "*"}:
        return False
    if name is None:
        return None
    return name == "*" or service in {label(name), name.partition(".amazonaws.com")[0]}


def label(principal: str) -> str:
    """'logs' of 'logs.eu-west-1.amazonaws.com'; the region is one label of its own."""
    name = principal.removesuffix(".cn").removesuffix(".amazonaws.com")
    first, _, last = name.rpartition(".")
    return first if first and last.count("-") >= 2 and last[-1].isdigit() else name  # noqa: PLR2004 - eu-west-1
