"""Every released artifact can be updated to every later one and to what is built now.

``tests/releases/<version>.yaml`` is the artifact of a release, as published.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import WaiterError
from cfnlint.decode import decode_str
from packaging.version import Version
from verify.lifecycle.account import Account
from verify.lifecycle.stacks import STACK, Change, deploy
from verify.lifecycle.ways import WAYS, given_for
from verify.schemas.replacement import STATEFUL, physical_names, upgrade_problems

from axonflow_cfn import Deployment, TemplateConfig, build_template, render_template

RELEASES = sorted(
    (Path(__file__).parents[2] / "releases").glob("*.yaml"), key=lambda file: Version(file.stem)
)
BUILT = render_template(build_template(TemplateConfig()))
BODIES = {**{file.stem: file.read_text(encoding="utf-8") for file in RELEASES}, "now": BUILT}
PATHS = [
    (older, newer) for i, older in enumerate(BODIES) for newer in list(BODIES)[i + 1 :]
]  # fmt: skip


def plain(body: str) -> dict[str, Any]:
    template, unreadable = decode_str(body)
    assert not unreadable
    data: dict[str, Any] = json.loads(json.dumps(template))
    return data


@pytest.mark.parametrize(("older", "newer"), PATHS)
@pytest.mark.parametrize("way", WAYS)
def test_the_provider_schemas_see_no_harmful_replacement(older: str, newer: str, way: str) -> None:
    network = {"VpcId": "vpc-1", "PrivateSubnet1": "subnet-1", "PrivateSubnet2": "subnet-2"}
    zone = {"HostedZoneId": "Z0123456789"} if way == "hosted-zone" else {}
    given = Deployment(parameters={**network, **WAYS[way].given, **zone}, stack_name=STACK)
    assert upgrade_problems(plain(BODIES[older]), plain(BODIES[newer]), given) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_stack_of_the_oldest_release_follows_every_later_one(account: Account, way: str) -> None:
    walk(account, list(BODIES.values()), given_for(account, way))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DBName: axonflow", "DBName: other"),
        ("MasterUsername: axonflow", "MasterUsername: other"),
        ("DBInstanceIdentifier: !Sub ${AWS::StackName}-db", "DBInstanceIdentifier: other"),
        ("  Database:", "  DB:"),
        ("Scheme: internal", "Scheme: internet-facing"),
        ("Name: !Sub ${AWS::StackName}-db-url", "Name: !Sub ${AWS::StackName}-url"),
        ("/ecs/${AWS::StackName}/agent", "/axonflow/${AWS::StackName}/agent"),
    ],
)
def test_a_doctored_release_does_not_get_through(account: Account, old: str, new: str) -> None:
    assert old in BUILT
    doctored = BUILT.replace(old, new)
    if new == "  DB:":
        doctored = re.sub(r"(Ref |GetAtt |\$\{)Database\b", r"\1DB", doctored)
    with pytest.raises((AssertionError, WaiterError)):
        walk(account, [BUILT, doctored], given_for(account, "certificate"))


def walk(account: Account, bodies: list[str], given: Mapping[str, str]) -> None:
    """Create a stack of the first template and update it to each of the others.

    Raises:
        WaiterError: an update failed.
        AssertionError: it lost what is stateful or named.
    """
    oldest, *later = bodies
    stack = deploy(account, oldest, given)
    lasting = held(oldest, stack.physical)
    database = identity(account)
    for body in later:
        try:
            stack = deploy(account, body, {}, kept=frozenset(given))
        except WaiterError as error:
            if "didn't contain changes" not in error.last_response.get("StatusReason", ""):
                raise
            continue
        assert {name: stack.physical.get(name) for name in lasting} == lasting
        assert not [n for n in lasting if n in stack.changes and is_lost(stack.changes[n])]
        assert identity(account) == database


def is_lost(change: Change) -> bool:
    return change.replacement == "True" or change.action == "Remove"


def held(body: str, physical: Mapping[str, str]) -> dict[str, str]:
    """Return the physical ids of what is stateful or named, by logical id."""
    resources = plain(body)["Resources"]
    names = physical_names(resources).keys()
    return {
        logical_id: found
        for logical_id, found in physical.items()
        if resources[logical_id]["Type"] in STATEFUL or logical_id in names
    }


def identity(account: Account) -> tuple[object, ...]:
    """Return what a database that was replaced would have anew."""
    (found,) = account.client("rds").describe_db_instances()["DBInstances"]
    return found["DbiResourceId"], found["InstanceCreateTime"], found["Endpoint"]["Address"]


def test_releases_are_complete_and_in_order() -> None:
    assert RELEASES
    for file in RELEASES:
        assert f"AxonFlow {file.stem} on" in plain(BODIES[file.stem])["Description"]
    assert Version(RELEASES[-1].stem) <= Version(TemplateConfig().version)
