"""W9552."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExecSessionsNotRecorded(DeployabilityRule):
    """Shells in containers that leave no trace."""

    id = "W9552"
    shortdesc = "ECS Exec is used while its sessions are told not to be logged"
    description = (
        "With Logging NONE nobody can tell afterwards what was typed or read in a container; "
        "CloudTrail has the call alone. Use OVERRIDE with a log group or bucket, or DEFAULT, which "
        "takes the awslogs configuration of the container."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"
    tags = ["resources", "ecs", "security"]
    bad = """
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {Configuration: {ExecuteCommandConfiguration: {Logging: NONE}}}
  Service:
    Type: AWS::ECS::Service
    Properties: {Cluster: !Ref Cluster, EnableExecuteCommand: true}
"""
    good = bad.replace("NONE", "DEFAULT")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the clusters of services that switch exec on."""
        reported = set()
        for service in model.of_type("AWS::ECS::Service"):
            for cluster in _clusters(service):
                for logging in _logging(cluster):
                    if logging.text == "NONE" and logging.path not in reported:
                        reported.add(logging.path)
                        yield Finding(
                            logging.path,
                            f"Logging {logging.shown} keeps no record of the sessions that "
                            f"{service.logical_id} allows; set it to DEFAULT or OVERRIDE",
                        )


def _clusters(service: Resource) -> Iterator[Resource]:
    """The clusters in which a service has exec switched on."""
    for enabled in service.values("EnableExecuteCommand"):
        under = service.given(enabled.when) if enabled.flag else None
        for value in under.values("Cluster") if under else ():
            cluster = value.follow("AWS::ECS::Cluster")
            if cluster:
                yield cluster


def _logging(cluster: Resource) -> Iterator[Value]:
    return cluster.values("Configuration.ExecuteCommandConfiguration.Logging")
