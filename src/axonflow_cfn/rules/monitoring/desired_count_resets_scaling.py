"""W9801."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class DesiredCountResetsScaling(DeployabilityRule):
    """A service that is scaled automatically and states its count all the same."""

    id = "W9801"
    shortdesc = "DesiredCount of a scaled service resets it at every update"
    description = (
        "CloudFormation sends DesiredCount with every update of the service, so a release takes a "
        "service that has scaled out back to the number in the template, under load. Leave "
        "DesiredCount out: a new service starts with one task and its scalable target lifts it to "
        "MinCapacity. A condition that omits it on updates also counts."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ecs-service.html#cfn-ecs-service-desiredcount"
    )
    tags = ["resources", "ecs", "applicationautoscaling"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      DesiredCount: 2
      DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: true, Rollback: true}}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: !Sub service/main/${Service.Name}
      MinCapacity: 2
      MaxCapacity: 9
"""
    good = bad.replace("      DesiredCount: 2\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the count of each service that a scalable target names."""
        scaled = {
            mention.name
            for target in model.of_type("AWS::ApplicationAutoScaling::ScalableTarget")
            for mention in model.mentions(target.logical_id)
        }
        for service in model.of_type("AWS::ECS::Service"):
            counts = [count for (count,) in service.cases("DesiredCount")]
            # A custom resource can look up how many tasks run.
            known = all(count.present and not count.reference for count in counts)
            if service.logical_id in scaled and known:
                for count in counts[:1]:
                    yield Finding(
                        (*service.path, "Properties", "DesiredCount"),
                        f"DesiredCount {count.shown} is sent at every update and undoes scaling; "
                        "leave it out, MinCapacity sets the start",
                    )
