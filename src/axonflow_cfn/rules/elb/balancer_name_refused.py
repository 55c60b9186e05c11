"""E9229."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import BALANCER, TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding


class BalancerNameRefused(DeployabilityRule):
    """A name that Elastic Load Balancing refuses."""

    id = "E9229"
    shortdesc = "Name of a load balancer or target group is not allowed"
    description = (
        "Elastic Load Balancing refuses names with other characters than letters, digits and "
        "hyphens, with a hyphen at either end, and names of load balancers that begin with "
        "internal-."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateLoadBalancer.html"
    )
    tags = ["resources", "elb", "names"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Name: internal-web, Scheme: internal, SubnetMappings: !ImportValue subnets}
"""
    good = bad.replace("internal-web", "web-internal")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what of each name is literal."""
        for resource in model.of_type(BALANCER, TARGET_GROUP):
            for name in resource.values("Name"):
                parts = name.parts or ("",)
                literal = "".join(part for part in parts if isinstance(part, str))
                first, last = ((p if isinstance(p, str) else "") for p in (parts[0], parts[-1]))
                if re.search(r"[^A-Za-z0-9-]", literal):
                    message = "may hold letters, digits and hyphens only"
                elif first.startswith("-") or last.endswith("-"):
                    message = "must not begin or end with a hyphen"
                elif first.startswith("internal-") and resource.type == BALANCER:
                    message = "must not begin with internal-"
                else:
                    continue
                yield Finding(name.path, f"Name {name.shown} {message}; change it")
