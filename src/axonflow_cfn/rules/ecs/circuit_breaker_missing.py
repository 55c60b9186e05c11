"""W9125."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_PATHS = (
    "DeploymentConfiguration.DeploymentCircuitBreaker.Enable",
    "DeploymentConfiguration.Alarms.Enable",
    "DeploymentController.Type",
)


class CircuitBreakerMissing(DeployabilityRule):
    """A service whose failing deployments nothing ends."""

    id = "W9125"
    shortdesc = "ECS service has no deployment circuit breaker"
    description = (
        "If new tasks keep failing (a wrong image, a missing secret), ECS goes on starting them, "
        "and the stack waits about three hours before CloudFormation gives up. Set "
        "DeploymentCircuitBreaker: {Enable: true, Rollback: true}, or deployment alarms."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "deployment-circuit-breaker.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {DeploymentConfiguration: {MaximumPercent: 200}}
"""
    good = bad.replace(
        "MaximumPercent: 200", "DeploymentCircuitBreaker: {Enable: true, Rollback: true}"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for services without breaker and alarms that ECS itself deploys."""
        for service in model.of_type("AWS::ECS::Service"):
            for breaker, alarms, controller in service.cases(*_PATHS):
                if (
                    (breaker.absent or breaker.flag is False)
                    and (alarms.absent or alarms.flag is False)
                    and (controller.absent or controller.text == "ECS")
                ):
                    yield Finding(
                        breaker.path,
                        f"{service.logical_id} has no deployment circuit breaker; a failing "
                        "deployment blocks the stack for hours",
                    )
