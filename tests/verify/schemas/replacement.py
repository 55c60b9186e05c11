"""What an update replaces, by the provider schemas, and whether the customer survives it.

CloudFormation replaces a resource when a property of ``createOnlyProperties`` changes and may when
one of ``conditionalCreateOnlyProperties`` does. A replaced resource has a new ``Ref`` and new
attributes, which may replace others in turn. Values that only AWS knows are placeholders here.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from verify.schemas.provider import found, provider_schema

from axonflow_cfn import Deployment, resolve_template

Resources = Mapping[str, Any]

STATEFUL = frozenset(
    {
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::Logs::LogGroup",
        "AWS::SecretsManager::Secret",
    }
)
"""Types whose replacement or deletion loses what they hold."""

NAMES = {
    "AWS::CloudWatch::Dashboard": "DashboardName",
    "AWS::EC2::SecurityGroup": "GroupName",
    "AWS::ECS::Cluster": "ClusterName",
    "AWS::ECS::Service": "ServiceName",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "Name",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "Name",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::RDS::DBInstance": "DBInstanceIdentifier",
    "AWS::SecretsManager::Secret": "Name",
    "AWS::ServiceDiscovery::PrivateDnsNamespace": "Name",
    "AWS::ServiceDiscovery::Service": "Name",
}
"""The property that is a type's physical name, where two resources cannot have the same: a second
one is refused, and so is a replacement (user guide, "Name type")."""


def upgrade_problems(
    old: Mapping[str, Any], new: Mapping[str, Any], given: Deployment
) -> list[str]:
    """Return what stands against updating a stack of one template to another.

    Args:
        old: the template the stack was made of, as plain data.
        new: the template it shall be updated to.
        given: the stack's parameters; those the new template does not have fall away.
    """
    wanted = {n for n, p in new["Parameters"].items() if "Default" not in p}
    missing = sorted(wanted - given.parameters.keys())
    if missing:
        return [f"{name} is a new parameter without a default" for name in missing]
    before, after = (resolve_template(template, given)["Resources"] for template in (old, new))
    return list(update_problems(before, after, given.region))


def update_problems(old: Resources, new: Resources, region: str) -> Iterator[str]:
    """Yield what stands against an update from these resolved resources to those."""
    replaced = replacements(old, new, region)
    names = {name: logical_id for logical_id, name in physical_names(old).items()}
    for logical_id, resource in old.items():
        kind = resource["Type"]
        if logical_id not in new:
            if kind in STATEFUL:
                yield f"{logical_id} would be deleted"
        elif new[logical_id]["Type"] != kind:
            yield f"{logical_id} would change its type"
        elif logical_id in replaced:
            pointer, certain = replaced[logical_id]
            verb = "would" if certain else "may"
            if kind in STATEFUL or logical_id in names.values():
                yield f"{logical_id} {verb} be replaced: {pointer.removeprefix('/properties/')}"
    for logical_id, name in physical_names(new).items():
        if names.get(name, logical_id) != logical_id:
            yield f"{logical_id} would take the name of {names[name]}"


def physical_names(resources: Resources) -> dict[str, tuple[str, ...]]:
    """Return type and name of each resource that has one, by logical id."""
    named: dict[str, tuple[str, ...]] = {}
    for logical_id, resource in resources.items():
        properties = resource.get("Properties", {})
        name = NAMES.get(resource["Type"])
        if name in properties:
            scope = str(properties.get("NamespaceId", ""))  # a discovery service's name is local
            named[logical_id] = (resource["Type"], properties[name], scope)
    return named


def replacements(old: Resources, new: Resources, region: str) -> dict[str, tuple[str, bool]]:
    """Return by logical id the property that replaces a resource, and whether it surely does."""
    replaced: dict[str, tuple[str, bool]] = {}
    while True:
        # What a replaced resource answers is new, so that whoever refers to it changes too.
        current = renewed(new, {name for name, (_, certain) in replaced.items() if certain})
        found_now = dict(changes(old, current, region))
        if found_now == replaced:
            return replaced
        replaced = found_now


def changes(old: Resources, new: Resources, region: str) -> Iterator[tuple[str, tuple[str, bool]]]:
    for logical_id, resource in old.items():
        if new.get(logical_id, {}).get("Type") != resource["Type"]:
            continue
        schema = provider_schema(resource["Type"], region)
        before, after = (side[logical_id].get("Properties", {}) for side in (old, new))
        for section in ("createOnlyProperties", "conditionalCreateOnlyProperties"):
            changed = [p for p in schema.get(section, ()) if found(before, p) != found(after, p)]
            if changed:
                yield logical_id, (changed[0], section == "createOnlyProperties")
                break


def renewed(resources: Resources, replaced: set[str]) -> Resources:
    """Return the resources with other placeholders for what the replaced ones answer."""
    text = json.dumps(resources)
    for logical_id in replaced:
        for end in ("}", "."):
            text = text.replace(f"${{{logical_id}{end}", f"${{{logical_id}'s replacement{end}")
    renewed_resources: Resources = json.loads(text)
    return renewed_resources
