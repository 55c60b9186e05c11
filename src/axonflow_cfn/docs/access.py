"""Who may do what: the roles with a reason for each permission, and the security groups."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from axonflow_cfn.docs.facts import Facts, ResourceFacts, condition_words
from axonflow_cfn.docs.words import PERMISSIONS
from axonflow_cfn.model.managed_policies import MANAGED_POLICIES

_CLIENTS = "clients in `AllowedCidr`"
_REFERENCE = re.compile(r"\$\{(\w+)[^}]*\}")


@dataclass(frozen=True)
class Permission:
    """One action a role may take.

    Attributes:
        policy: name of the policy that allows it.
        action: such as ``logs:PutLogEvents``.
        on: the resources, in words.
        why: what it is for.
        when: in which case the policy is there, in words; '' if always.
    """

    policy: str
    action: str
    on: str
    why: str
    when: str = ""


@dataclass(frozen=True)
class Role:
    """One role: who assumes it, and what it may do."""

    resource: ResourceFacts
    principals: str
    permissions: Sequence[Permission]


@dataclass(frozen=True)
class Reach:
    """One row of the matrix: a sender, and the ports it reaches by receiver."""

    sender: str
    ports: Mapping[str, str]


def roles(facts: Facts) -> list[Role]:
    """Return the roles of the template."""
    return [
        Role(
            role,
            ", ".join(
                service
                for statement in role.properties["AssumeRolePolicyDocument"]["Statement"]
                for service in statement["Principal"]["Service"]
            ),
            [*_managed(role), *_inline(facts, role)],
        )
        for role in facts.of_type("AWS::IAM::Role")
    ]


def _managed(role: ResourceFacts) -> Iterator[Permission]:
    for arn in role.properties.get("ManagedPolicyArns", ()):
        name = arn.partition(":policy/")[2]
        actions, resource = MANAGED_POLICIES[name]
        for action in actions:
            on = "everything" if resource == "*" else f"`{resource}`"
            yield Permission(name.rpartition("/")[2], action, on, PERMISSIONS[action])


def _inline(facts: Facts, role: ResourceFacts) -> Iterator[Permission]:
    written = facts.template["Resources"][role.logical_id]["Properties"].get("Policies", ())
    resolved = role.properties.get("Policies", ())
    for raw, policy in zip(written, resolved, strict=True):
        condition, *_ = raw.get("Fn::If", (None,))
        when = condition_words(facts.template, condition)
        for statement in policy["PolicyDocument"]["Statement"]:
            on = _resources(statement)
            for action in statement["Action"]:
                yield Permission(policy["PolicyName"], action, on, PERMISSIONS[action], when)


def _resources(statement: Mapping[str, Any]) -> str:
    """The resources of a statement in words, with its condition."""
    named = [
        "everything" if resource == "*" else _logical_id(resource)
        for resource in statement["Resource"]
    ]
    limits = [
        f"`{key}` is `{value}`"
        for tests in statement.get("Condition", {}).values()
        for key, value in tests.items()
    ]
    return ", ".join(named) + (f", only where {' and '.join(limits)}" if limits else "")


def reaches(facts: Facts) -> list[Reach]:
    """Return the matrix of the security groups: clients first, then each group as a sender."""
    groups = facts.of_type("AWS::EC2::SecurityGroup")
    ports: dict[str, dict[str, list[str]]] = {_CLIENTS: {}}
    ports |= {f"`{group.logical_id}`": {} for group in groups}
    for receiver in groups:
        for rule in receiver.properties["SecurityGroupIngress"]:
            source = rule.get("SourceSecurityGroupId")
            sender = _logical_id(source) if source else _CLIENTS
            ports[sender].setdefault(receiver.logical_id, []).append(_port(rule))
    return [
        Reach(sender, {name: ", ".join(found) for name, found in reached.items()})
        for sender, reached in ports.items()
    ]


def egress(group: ResourceFacts) -> str:
    """Return where a security group lets traffic out, in words."""
    (rule,) = group.properties["SecurityGroupEgress"]
    return {"0.0.0.0/0": "everywhere", "127.0.0.1/32": "nowhere"}[rule["CidrIp"]]


def _logical_id(reference: str) -> str:
    """The resource behind what a reference resolved to: ``${Database.Arn}`` is `Database`."""
    return "`{}`".format(_REFERENCE.sub(r"\1", reference))


def _port(rule: Mapping[str, Any]) -> str:
    first, last = rule["FromPort"], rule["ToPort"]
    return str(first) if first == last else f"{first}-{last}"
