"""E9158."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class NetworkWithoutSubnets(DeployabilityRule):
    """A network configuration that says not where."""

    id = "E9158"
    shortdesc = "AwsvpcConfiguration of an ECS service has no Subnets"
    description = (
        "The network interfaces of the tasks need subnets: ECS refuses a service whose "
        "AwsvpcConfiguration names none. Give at least one, better one in each of two zones."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [sg-1]}}
"""
    good = bad.replace("[sg-1]", "[sg-1], Subnets: [subnet-1]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for network configurations without subnets."""
        for service in model.of_type("AWS::ECS::Service"):
            for network in service.values("NetworkConfiguration"):
                for (subnets,) in network.cases("AwsvpcConfiguration.Subnets"):
                    if subnets.absent or () in subnets.elements():
                        yield Finding(
                            subnets.path, "the tasks get no subnet; name at least one in Subnets"
                        )
