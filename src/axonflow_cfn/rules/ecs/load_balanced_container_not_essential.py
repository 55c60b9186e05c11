"""W9147."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding


class LoadBalancedContainerNotEssential(DeployabilityRule):
    """A container that serves the load balancer and may be dead."""

    id = "W9147"
    shortdesc = "The container behind the load balancer is not essential"
    description = (
        "If a container that is not essential stops, ECS keeps the task and does not restart it: "
        "the load balancer loses its target while the other containers go on. Set Essential to "
        "true, or leave it out."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"
    )
    tags = ["resources", "ecs", "elb"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', Essential: false, PortMappings: [{ContainerPort: 80}]}
        - {Name: agent, Image: 'agent:1'}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !ImportValue group}]
"""
    good = bad.replace("Essential: false", "Essential: true")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up the container of each load balancer."""
        for service in model.of_type("AWS::ECS::Service"):
            for name in service.values("LoadBalancers.*.ContainerName"):
                under = service.given(name.when)
                for task in task_definitions(under) if under and name.text else ():
                    for container in task.values("ContainerDefinitions.*"):
                        for own, essential, policy in container.cases(
                            "Name", "Essential", "RestartPolicy.Enabled"
                        ):
                            restarts = policy.present and policy.flag is not False
                            if own.text == name.text and essential.flag is False and not restarts:
                                yield Finding(
                                    essential.path,
                                    f"{name.shown} serves a load balancer; without it the task "
                                    "goes on, unreachable",
                                )
