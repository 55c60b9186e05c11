"""E9001."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.names import NAME_LIMITS
from axonflow_cfn.rule import DeployabilityRule, Finding


class NameTooLong(DeployabilityRule):
    """A name that its service refuses whatever the stack is called."""

    id = "E9001"
    shortdesc = "Name is longer than its service allows"
    description = (
        "The service refuses the name and the stack rolls back. The length counts after all "
        "functions; names from a parameter are looked at with its default and allowed values. "
        "Shorten the name, or leave it out and let CloudFormation make one that fits."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-name.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: an-application-load-balancer-for-everything
"""
    good = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: everything-alb
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Measure what of each name is literal."""
        for (kind, key), limit in NAME_LIMITS.items():
            for resource in model.of_type(kind):
                for name in resource.values(key):
                    length = sum(len(part) for part in name.parts if isinstance(part, str))
                    if length > limit:
                        yield Finding(
                            name.path,
                            f"{key} {name.shown} has {length} characters, {kind} allows {limit}; "
                            "shorten it",
                        )
