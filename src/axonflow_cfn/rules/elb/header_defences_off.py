"""W9231."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import BALANCER
from axonflow_cfn.rule import DeployabilityRule, Finding

_WEAK = {
    "routing.http.desync_mitigation_mode": ("monitor", "defensive"),
    "routing.http.drop_invalid_header_fields.enabled": ("false", "true"),
    "waf.fail_open.enabled": ("true", "false"),
}
"""The value that lets requests through, and the one that does not."""


class HeaderDefencesOff(DeployabilityRule):
    """An application load balancer told to let suspicious requests through."""

    id = "W9231"
    shortdesc = "Application load balancer passes on malformed or unfiltered requests"
    description = (
        "Header fields that break the rules, requests built to desynchronise proxy and server, "
        "or requests that AWS WAF could not look at reach the targets. Switch "
        "drop_invalid_header_fields on, desync mitigation to defensive or strictest, and "
        "fail_open off."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "edit-load-balancer-attributes.html"
    )
    tags = ["resources", "elb", "security"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internal
      SubnetMappings: !ImportValue subnets
      LoadBalancerAttributes:
        - {Key: routing.http.desync_mitigation_mode, Value: monitor}
"""
    good = bad.replace("Value: monitor", "Value: defensive")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for values that someone wrote down."""
        for balancer in model.of_type(BALANCER):
            for attribute in balancer.values("LoadBalancerAttributes.*"):
                for key, value in attribute.cases("Key", "Value"):
                    weak, better = _WEAK.get(key.text or "", ("", ""))
                    if weak and value.text == weak:
                        yield Finding(
                            value.path, f"{key.shown} is {value.shown}; set it to {better}"
                        )
