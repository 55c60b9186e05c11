"""CloudFormation handlers of ours for what MiniStack has no service for: they call moto's server.

Its address is in ``MOTO_ENDPOINT``. The properties travel as they are, so that botocore's request
validation and moto's checks see them.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

import boto3

Properties = dict[str, Any]
Created = tuple[str, dict[str, Any]]
Handlers = dict[str, Any]

TARGET_KEYS = ("ResourceId", "ScalableDimension", "ServiceNamespace")
"""What names a scalable target, in the order in which its Ref joins them by ``|``."""


@cache  # making one takes longer than most calls
def moto(service: str) -> Any:
    return boto3.client(service, endpoint_url=os.environ["MOTO_ENDPOINT"])


def target_key(properties: Mapping[str, Any]) -> dict[str, str]:
    return {key: properties[key] for key in TARGET_KEYS}


def mirror_service(resource_id: str) -> None:
    """Make the ECS service in moto, which registers a target only for one it knows."""
    _, cluster, service = resource_id.split("/")
    client = moto("ecs")
    client.create_cluster(clusterName=cluster)
    client.register_task_definition(family="mirror", containerDefinitions=[])
    client.create_service(cluster=cluster, serviceName=service, taskDefinition="mirror")


def register_target(_logical_id: str, properties: Properties, _stack: str) -> Created:
    mirror_service(properties["ResourceId"])
    return update_target("", {}, properties, "")


def update_target(_id: str, _old: Properties, new: Properties, _stack: str) -> Created:
    # MiniStack hands Number parameters on as text; CloudFormation makes the schema's integers.
    capacity = {key: int(new[key]) for key in ("MinCapacity", "MaxCapacity")}
    moto("application-autoscaling").register_scalable_target(**{**new, **capacity})
    return "|".join(target_key(new).values()), {}


def deregister_target(_id: str, properties: Properties) -> None:
    moto("application-autoscaling").deregister_scalable_target(**target_key(properties))


def policy_request(properties: Properties) -> Properties:
    """Return PutScalingPolicy's parameters: the target's Ref taken apart."""
    keys = zip(TARGET_KEYS, properties["ScalingTargetId"].split("|"), strict=True)
    others = {key: item for key, item in properties.items() if key != "ScalingTargetId"}
    return {**others, **dict(keys)}


def put_policy(_logical_id: str, properties: Properties, _stack: str) -> Created:
    client = moto("application-autoscaling")
    arn = client.put_scaling_policy(**policy_request(properties))["PolicyARN"]
    return arn, {"Arn": arn}


def update_policy(_arn: str, _old: Properties, new: Properties, stack: str) -> Created:
    return put_policy("", new, stack)


def delete_policy(_arn: str, properties: Properties) -> None:
    request = policy_request(properties)
    moto("application-autoscaling").delete_scaling_policy(
        PolicyName=request["PolicyName"], **target_key(request)
    )


def alarm_handlers(native: Handlers) -> Handlers:
    """Return alarm handlers that send metric math, which MiniStack refuses, to moto."""

    def create(logical_id: str, properties: Properties, stack: str) -> Created:
        if "Metrics" not in properties:
            created: Created = native["create"](logical_id, properties, stack)
            return created
        name = f"{stack}-{logical_id}"
        moto("cloudwatch").put_metric_alarm(AlarmName=name, **properties)
        return name, {}

    def update(name: str, old: Properties, new: Properties, stack: str, logical_id: str) -> Created:
        if "Metrics" in new:
            return create(logical_id, new, stack)
        updated: Created = native["update"](name, old, new, stack, logical_id)
        return updated

    def delete(name: str, properties: Properties) -> None:
        if "Metrics" in properties:
            moto("cloudwatch").delete_alarms(AlarmNames=[name])
        else:
            native["delete"](name, properties)

    return {**native, "create": create, "update": update, "delete": delete}


SCALABLE_TARGET: Handlers = {
    "create": register_target,
    "update": update_target,
    "delete": deregister_target,
}
SCALING_POLICY: Handlers = {
    "create": put_policy,
    "update": update_policy,
    "delete": delete_policy,
}
