"""MiniStack as this project's tests run it: in a process of its own, with its gaps filled.

Everything here makes the simulator do what AWS documents where MiniStack 1.5 does not. Nothing here
knows the template.
"""

import json
from collections.abc import Mapping
from typing import Any

from botocore.session import get_session
from ministack.app import main
from ministack.services import ecs, secretsmanager
from ministack.services.cloudformation import provisioners
from verify.lifecycle.ecs_names import camel_case
from verify.lifecycle.moto_types import (
    SCALABLE_TARGET,
    SCALING_POLICY,
    Created,
    Properties,
    alarm_handlers,
)

HANDLERS = provisioners._RESOURCE_HANDLERS


def body(response: tuple[int, Any, bytes]) -> dict[str, Any]:
    """Return the body of a MiniStack service's answer; its error becomes the resource's."""
    status, _, content = response
    if status >= 400:
        raise ValueError(content.decode())
    parsed: dict[str, Any] = json.loads(content)
    return parsed


# Secrets: Ref is the ARN (MiniStack: the name), and GenerateSecretString takes GetRandomPassword's
# options (MiniStack's handler knows ExcludeCharacters alone, its service knows them all).


def secret_string(properties: Mapping[str, Any]) -> str:
    if "SecretString" in properties:
        return str(properties["SecretString"])
    generated = body(secretsmanager._get_random_password(properties["GenerateSecretString"]))
    return str(generated["RandomPassword"])


def name_of(arn: str) -> str:
    return arn.rpartition(":")[2].rpartition("-")[0]


NATIVE_SECRET = dict(HANDLERS["AWS::SecretsManager::Secret"])


def create_secret(logical_id: str, properties: Properties, stack: str) -> Created:
    _, attributes = NATIVE_SECRET["create"](logical_id, properties, stack)
    return attributes["Arn"], attributes


def update_secret(
    arn: str, old: Properties, new: Properties, stack: str, logical_id: str
) -> Created:
    _, attributes = NATIVE_SECRET["update"](name_of(arn), old, new, stack, logical_id)
    return attributes["Arn"], attributes


def delete_secret(arn: str, properties: Properties) -> None:
    NATIVE_SECRET["delete"](name_of(arn), properties)


provisioners._sm_secret_string = secret_string
HANDLERS["AWS::SecretsManager::Secret"] |= {
    "create": create_secret,
    "update": update_secret,
    "delete": delete_secret,
}

# ECS: MiniStack's own CreateService and RegisterTaskDefinition keep what its CloudFormation
# handlers drop (service registries, grace period, tag propagation; secrets, health checks).


def create_service(_logical_id: str, properties: Properties, _stack: str) -> Created:
    service = body(ecs._create_service(camel_case(properties)))["service"]
    arn = service["serviceArn"]
    return arn, {"ServiceArn": arn, "Name": service["serviceName"]}


UPDATABLE = frozenset(
    get_session().get_service_model("ecs").operation_model("UpdateService").input_shape.members
)


def update_service(arn: str, _old: Properties, new: Properties, _stack: str) -> Created:
    # CloudFormation sends every property that UpdateService takes, changed or not; MiniStack's
    # handler sends the changed ones, which would hide a template that resets DesiredCount.
    sent = {key: item for key, item in camel_case(new).items() if key in UPDATABLE}
    service = body(ecs._update_service({**sent, "service": arn}))["service"]
    return arn, {"ServiceArn": arn, "Name": service["serviceName"]}


def register_task_definition(_logical_id: str, properties: Properties, _stack: str) -> Created:
    made = body(ecs._register_task_definition(camel_case(properties)))["taskDefinition"]
    return made["taskDefinitionArn"], {"TaskDefinitionArn": made["taskDefinitionArn"]}


def register_revision(
    _arn: str, _old: Properties, new: Properties, stack: str, logical_id: str
) -> Created:
    return register_task_definition(logical_id, new, stack)


HANDLERS["AWS::ECS::Service"] |= {"create": create_service, "update": update_service}
HANDLERS["AWS::ECS::TaskDefinition"] |= {
    "create": register_task_definition,
    "update": register_revision,
}

# Elastic Load Balancing: TargetGroupFullName starts with "targetgroup/", as CloudWatch's dimension
# does (template reference, AWS::ElasticLoadBalancingV2::TargetGroup); MiniStack leaves that out.

NATIVE_TARGET_GROUP = dict(HANDLERS["AWS::ElasticLoadBalancingV2::TargetGroup"])


def create_target_group(logical_id: str, properties: Properties, stack: str) -> Created:
    arn, attributes = NATIVE_TARGET_GROUP["create"](logical_id, properties, stack)
    return arn, {**attributes, "TargetGroupFullName": arn.rpartition(":")[2]}


HANDLERS["AWS::ElasticLoadBalancingV2::TargetGroup"] |= {"create": create_target_group}

# What MiniStack has no service for.

HANDLERS["AWS::ApplicationAutoScaling::ScalableTarget"] = SCALABLE_TARGET
HANDLERS["AWS::ApplicationAutoScaling::ScalingPolicy"] = SCALING_POLICY
HANDLERS["AWS::CloudWatch::Alarm"] = alarm_handlers(HANDLERS["AWS::CloudWatch::Alarm"])

if __name__ == "__main__":
    main()
