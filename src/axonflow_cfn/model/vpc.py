"""Where the subnets of a template lead to."""

import json
from collections.abc import Iterator

from axonflow_cfn.model.template import Resource, TemplateModel, mentions
from axonflow_cfn.model.values import Reference, Value

SUBNET = "AWS::EC2::Subnet"
ANYWHERE = frozenset({"0.0.0.0/0", "::/0"})
_TABLE = "AWS::EC2::RouteTable"
_ROUTE = "AWS::EC2::Route"
_ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation"
_GATEWAY = "AWS::EC2::InternetGateway"
_ENDPOINT = "AWS::EC2::VPCEndpoint"
_TARGETS = (
    "CarrierGatewayId", "CoreNetworkArn", "EgressOnlyInternetGatewayId", "GatewayId", "InstanceId",
    "LocalGatewayId", "NatGatewayId", "NetworkInterfaceId", "OdbNetworkArn", "TransitGatewayId",
    "VpcEndpointId", "VpcPeeringConnectionId",
)  # fmt: skip
"""The properties of a route that say where traffic goes."""

DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")
"""The properties of a route that say which traffic it takes."""


def targets(route: Resource) -> Iterator[list[tuple[str, Value]]]:
    """Each combination of targets that a route can have, by property."""
    for values in route.cases(*_TARGETS):
        yield [(k, v) for k, v in zip(_TARGETS, values, strict=True) if v.present]


def exported(model: TemplateModel, logical_id: str, *harmless: str) -> bool:
    """Whether an output hands a resource to others, who may add to it.

    Args:
        model: the template.
        logical_id: of the resource.
        harmless: its attributes by which nobody can add to it, such as a DNS name.
    """
    outputs = mentions(model.template.get("Outputs"))
    return any(m.name == logical_id and m.attribute not in harmless for m in outputs)


def table(subnet: Resource) -> Resource | None:
    """The route table of a subnet, if it and all its routes are in this template."""
    model = subnet.model
    for association in model.of_type(_ASSOCIATION):
        for value in association.values("SubnetId"):
            if value.reference and value.reference.logical_id == subnet.logical_id:
                found = [v.follow(_TABLE) for v in association.values("RouteTableId")]
                if len(found) == 1 and found[0] and not _shared(found[0]):
                    return found[0]
    return None


def _shared(found: Resource) -> bool:
    users = found.model.users_of(found.logical_id)
    closed = all(user.type in {_ROUTE, _ASSOCIATION, _ENDPOINT} for user in users)
    return not closed or exported(found.model, found.logical_id)


def exits(subnet: Resource) -> frozenset[str] | None:
    """What the routes of a subnet lead to.

    Returns:
        Of the default routes 'internet' (an internet gateway) and 'nat'; 'other' for any other
        route. Empty if there is certainly no route; None if the template does not tell.
    """
    found = table(subnet)
    if found is None:
        return None
    kinds: set[str] = set()
    for route in subnet.model.of_type(_ROUTE):
        for owner in route.values("RouteTableId"):
            if owner.reference and owner.reference.logical_id == found.logical_id:
                kinds |= set(_kinds(route))
    return frozenset(kinds)


def _kinds(route: Resource) -> Iterator[str]:
    anywhere = any(value.text in ANYWHERE for value in route.values("DestinationCidrBlock"))
    for combination in targets(route):
        for key, value in combination:
            if anywhere and key == "NatGatewayId":
                yield "nat"
            elif anywhere and key == "GatewayId" and leads_to_internet(value):
                yield "internet"
            else:
                yield "other"


def leads_to_internet(value: Value) -> bool:
    """Whether a GatewayId is certainly an internet gateway."""
    return value.follow(_GATEWAY, "AWS::EC2::VPCGatewayAttachment") is not None or (
        value.text or ""
    ).startswith("igw-")


def attachments_of(model: TemplateModel, used: Reference) -> set[str]:
    """The attachments of an internet gateway, or of any to a VPC, by the reference to either."""
    return {
        attachment.logical_id
        for attachment in model.of_type("AWS::EC2::VPCGatewayAttachment")
        if any(attachment.values("InternetGatewayId"))
        and any(m.name == used.logical_id for m in model.mentions(attachment.logical_id))
    }


def zone(subnet: Resource) -> str | None:
    """A key that is equal for two subnets of certainly the same zone; None if not known."""
    raw = subnet.properties.data if isinstance(subnet.properties.data, dict) else {}
    for key in ("AvailabilityZone", "AvailabilityZoneId"):
        match raw.get(key):
            case str(name):
                return str(name)
            case {"Fn::Select": [int() | str() as index, {"Fn::GetAZs": region}]}:
                same = region in ("", {"Ref": "AWS::Region"})
                return f"{index}:{'' if same else json.dumps(region, sort_keys=True, default=str)}"
            case {"Ref": str(name)}:
                return f"Ref:{name}"
    return None


def vpcs(resource: Resource) -> Iterator[Value]:
    """The VPC that a subnet, security group or route table is in, ABSENT included."""
    for (value,) in resource.cases("VpcId"):
        yield value


def differ(one: Value, other: Value) -> bool:
    """Whether two VpcId values certainly are different VPCs that can occur together.

    A group without VpcId is in the account's default VPC, which no stack creates.
    """
    if one.model.together(one, other) is None:
        return False
    created = [value.reference for value in (one, other) if value.follow("AWS::EC2::VPC")]
    if len(created) == 1:
        return one.absent or other.absent
    if created:
        return created[0] != created[1]
    return one.text is not None and other.text is not None and one.text != other.text
