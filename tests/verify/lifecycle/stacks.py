"""A stack's life as a customer drives it: change set, review, execute, wait, delete."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from verify.lifecycle.account import Account

STACK = "axonflow-prod"
WAITING = {"Delay": 0.1, "MaxAttempts": 600}
NUMBERS = count(1)  # a change set's name is used once


@dataclass(frozen=True)
class Change:
    """One line of a change set: what happens to a resource, and whether it is replaced."""

    action: str
    replacement: str


@dataclass(frozen=True)
class Deployed:
    """A stack after an operation.

    Attributes:
        changes: the change set that led here, by logical id.
        physical: physical ids by logical id.
        outputs: values by name.
    """

    changes: Mapping[str, Change]
    physical: Mapping[str, str]
    outputs: Mapping[str, str]


def deploy(
    account: Account,
    body: str,
    given: Mapping[str, str],
    *,
    kept: frozenset[str] = frozenset(),
    name: str = STACK,
) -> Deployed:
    """Create the stack, or update it if it is there, through a change set, and wait for it.

    Args:
        account: where.
        body: the template's text.
        given: parameter values.
        kept: parameters that keep the value they have.
        name: the stack's.

    Raises:
        botocore.exceptions.ClientError: CloudFormation refuses.
        botocore.exceptions.WaiterError: the operation failed and was rolled back.
    """
    client = account.client("cloudformation")
    kind = "UPDATE" if name in stack_names(account) else "CREATE"
    made = client.create_change_set(
        StackName=name,
        ChangeSetName=f"review-{next(NUMBERS)}",
        ChangeSetType=kind,
        TemplateBody=body,
        Parameters=[
            *({"ParameterKey": k, "ParameterValue": v} for k, v in given.items()),
            *({"ParameterKey": k, "UsePreviousValue": True} for k in sorted(kept)),
        ],
        Capabilities=["CAPABILITY_IAM"],
    )
    client.get_waiter("change_set_create_complete").wait(
        ChangeSetName=made["Id"], StackName=name, WaiterConfig=WAITING
    )
    described = client.describe_change_set(ChangeSetName=made["Id"], StackName=name)
    client.execute_change_set(ChangeSetName=made["Id"], StackName=name)
    waiter = client.get_waiter(f"stack_{kind.lower()}_complete")
    waiter.wait(StackName=name, WaiterConfig=WAITING)
    stack = client.describe_stacks(StackName=name)["Stacks"][0]
    changes = (change["ResourceChange"] for change in described["Changes"])
    return Deployed(
        changes={
            change["LogicalResourceId"]: Change(change["Action"], change.get("Replacement", ""))
            for change in changes
        },
        physical=physical_ids(account, name),
        outputs={item["OutputKey"]: item["OutputValue"] for item in stack["Outputs"]},
    )


def delete(account: Account, name: str = STACK) -> None:
    """Delete the stack and wait until it is gone."""
    client = account.client("cloudformation")
    client.delete_stack(StackName=name)
    client.get_waiter("stack_delete_complete").wait(StackName=name, WaiterConfig=WAITING)


def stack_names(account: Account) -> set[str]:
    """Return the names of the stacks that are there."""
    stacks = account.client("cloudformation").describe_stacks()["Stacks"]
    return {s["StackName"] for s in stacks if s["StackStatus"] != "DELETE_COMPLETE"}


def physical_ids(account: Account, name: str = STACK) -> dict[str, str]:
    """Return physical ids by logical id."""
    listed = resources(account, name)
    return {item["LogicalResourceId"]: item["PhysicalResourceId"] for item in listed}


def resources(account: Account, name: str = STACK) -> list[dict[str, Any]]:
    """Return the stack's resources as CloudFormation lists them."""
    pages = account.client("cloudformation").get_paginator("list_stack_resources")
    return [
        item for page in pages.paginate(StackName=name) for item in page["StackResourceSummaries"]
    ]


def events(account: Account, name: str = STACK) -> list[dict[str, Any]]:
    """Return the stack's events, oldest first."""
    pages = account.client("cloudformation").get_paginator("describe_stack_events")
    newest_first = [item for page in pages.paginate(StackName=name) for item in page["StackEvents"]]
    return newest_first[::-1]
