"""W9127."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class GracePeriodWithoutLoadBalancer(DeployabilityRule):
    """A grace period with no load balancer to be graceful with."""

    id = "W9127"
    shortdesc = "Health check grace period on a service without a load balancer"
    description = (
        "HealthCheckGracePeriodSeconds is meant for load balancer health checks; ECS has refused "
        "services that set it without one ('Health check grace period is only valid for services "
        "configured to use load balancers'). Remove it, and use StartPeriod of the container's "
        "health check."
    )
    source_url = "https://github.com/aws-cloudformation/cfn-lint/issues/3612"
    tags = ["resources", "ecs", "elb"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      HealthCheckGracePeriodSeconds: 60
"""
    good = bad.replace("      HealthCheckGracePeriodSeconds: 60\n", "      LaunchType: FARGATE\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for a positive period where nothing balances load."""
        for service in model.of_type("AWS::ECS::Service"):
            for period, balancers, lattice in service.cases(
                "HealthCheckGracePeriodSeconds", "LoadBalancers", "VpcLatticeConfigurations"
            ):
                if (period.number or 0) > 0 and lattice.absent:
                    none = balancers.absent or () in balancers.elements()
                    if none:
                        yield Finding(
                            period.path,
                            f"{service.logical_id} has no load balancer; remove the grace period "
                            "and use StartPeriod of the container health check",
                        )
