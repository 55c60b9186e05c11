"""W9159."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class DefaultSecurityGroupUsed(DeployabilityRule):
    """Tasks that end up in the default security group of the VPC."""

    id = "W9159"
    shortdesc = "ECS service without SecurityGroups gets the VPC's default group"
    description = (
        "Without SecurityGroups the tasks use the default security group of the VPC: it lets in "
        "its own members only, so a load balancer in another group reaches no task, and whatever "
        "else sits in it reaches every task. Name a group of the template."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html"
    )
    tags = ["resources", "ecs", "security"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
"""
    good = bad.replace("[subnet-1]", "[subnet-1], SecurityGroups: [sg-1]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for network configurations with subnets and without security groups."""
        for service in model.of_type("AWS::ECS::Service"):
            for network in service.values("NetworkConfiguration.AwsvpcConfiguration"):
                for subnets, groups in network.cases("Subnets", "SecurityGroups"):
                    none = groups.absent or () in groups.elements()
                    if subnets.present and none:
                        yield Finding(
                            groups.path,
                            f"the tasks of {service.logical_id} use the VPC's default security "
                            "group; name one in SecurityGroups",
                        )
