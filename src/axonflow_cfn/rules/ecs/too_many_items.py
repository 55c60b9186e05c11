"""E9128."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs_limits import COUNTS
from axonflow_cfn.model.questions import lists
from axonflow_cfn.rule import DeployabilityRule, Finding


class TooManyItems(DeployabilityRule):
    """A list that is longer than Amazon ECS takes."""

    id = "E9128"
    shortdesc = "A list of an ECS service or task definition is too long"
    description = (
        "ECS takes at most 5 security groups, 16 subnets and 5 target groups for a service, one "
        "service registry, one client alias for a Service Connect endpoint, 10 containers in a "
        "task definition, and so on. Shorten the list to the limit that the finding names."
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
      ServiceRegistries: [{RegistryArn: !ImportValue first}, {RegistryArn: !ImportValue second}]
"""
    good = bad.replace(", {RegistryArn: !ImportValue second}", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count the items of each list of the table."""
        for limit in COUNTS:
            for resource in model.of_type(limit.type):
                owners = resource.values(limit.of) if limit.of else [resource]
                for owner in owners:
                    for items in lists(owner, limit.path):
                        if len(items) > limit.most:
                            key = limit.path.rpartition(".")[2]
                            yield Finding(
                                items[limit.most].path,
                                f"{key} has {len(items)} items; ECS takes at most {limit.most}",
                            )
