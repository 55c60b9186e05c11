"""VPC endpoints: which service they are for."""

from collections.abc import Iterator

from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import Path, Value

ENDPOINT = "AWS::EC2::VPCEndpoint"

GATEWAY_SERVICES = frozenset({"s3", "dynamodb", "s3express"})
"""Services with gateway endpoints.

https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
"""

MISSPELT = {
    "api.ecr": "ecr.api",
    "cloudmap": "servicediscovery",
    "cloudwatch": "monitoring",
    "cloudwatch-logs": "logs",
    "cloudwatch.logs": "logs",
    "cloudwatchlogs": "logs",
    "dkr.ecr": "ecr.dkr",
    "ec2-messages": "ec2messages",
    "ecr": "ecr.api and ecr.dkr",
    "ecr-api": "ecr.api",
    "ecr-dkr": "ecr.dkr",
    "ecr.docker": "ecr.dkr",
    "ecs.agent": "ecs-agent",
    "ecs.telemetry": "ecs-telemetry",
    "efs": "elasticfilesystem",
    "eventbridge": "events",
    "firehose": "kinesis-firehose",
    "kinesis": "kinesis-streams",
    "log": "logs",
    "parameterstore": "ssm",
    "secret-manager": "secretsmanager",
    "secretmanager": "secretsmanager",
    "secrets": "secretsmanager",
    "secrets-manager": "secretsmanager",
    "ssm-messages": "ssmmessages",
    "stepfunctions": "states",
}
"""Names that no endpoint service has, and the one that is meant.

https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
"""


def service(value: Value) -> str | None:
    """The service in a ServiceName ('ecr.api' in com.amazonaws.eu-west-1.ecr.api)."""
    if value.text is not None:
        _, amazon, rest = value.text.partition("com.amazonaws.")
        return rest.partition(".")[2] or None if amazon else None
    parts = value.parts
    known = len(parts) == 3 and isinstance(parts[0], str) and isinstance(parts[2], str)  # noqa: PLR2004 - before, the Region, after
    if known and str(parts[0]).endswith("com.amazonaws.") and str(parts[2]).startswith("."):
        return str(parts[2])[1:]
    return None


def kind(value: Value) -> str | None:
    """The type that a VpcEndpointType says; None if not known."""
    return "Gateway" if value.absent else value.text


def services(endpoint: Resource) -> set[str | None]:
    """The services that an endpoint can be for; None stands for one not known."""
    return {service(value) for value in endpoint.values("ServiceName")}


def needed(task: Resource) -> Iterator[tuple[str, Path]]:
    """The endpoint services that a task needs, with what needs them."""
    for image in task.values("ContainerDefinitions.*.Image"):
        if any(isinstance(part, str) and ".dkr.ecr." in part for part in image.parts):
            for name in ("ecr.api", "ecr.dkr", "s3"):
                yield name, image.path
    for driver in task.values("ContainerDefinitions.*.LogConfiguration.LogDriver"):
        if driver.text == "awslogs":
            yield "logs", driver.path
    for secret in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
        literal = "".join(part for part in secret.parts if isinstance(part, str))
        if secret.follow("AWS::SecretsManager::Secret") or ":secretsmanager:" in literal:
            yield "secretsmanager", secret.path
        elif ":ssm:" in literal:
            yield "ssm", secret.path
