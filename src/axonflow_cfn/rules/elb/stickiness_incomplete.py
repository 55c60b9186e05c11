"""E9221."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import TARGET_GROUP
from axonflow_cfn.rule import DeployabilityRule, Finding

_COOKIE = "stickiness.app_cookie.cookie_name"


class StickinessIncomplete(DeployabilityRule):
    """Stickiness without what it needs."""

    id = "E9221"
    shortdesc = "Stickiness of a target group lacks its type or its cookie"
    description = (
        "Elastic Load Balancing refuses app_cookie stickiness without "
        "stickiness.app_cookie.cookie_name, cookie names that begin with AWSALB, and cookies "
        "for targets of TCP. State stickiness.type together with stickiness.enabled."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "edit-target-group-attributes.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      TargetType: ip
      Protocol: HTTP
      Port: 8080
      VpcId: vpc-12345678
      TargetGroupAttributes:
        - {Key: stickiness.enabled, Value: 'true'}
        - {Key: stickiness.type, Value: app_cookie}
"""
    good = bad + "        - {Key: stickiness.app_cookie.cookie_name, Value: session}\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at all attributes of a target group together."""
        for group in model.of_type(TARGET_GROUP):
            for attributes in group.values("TargetGroupAttributes"):
                for listed in attributes.elements():
                    yield from _together(listed)


def _together(listed: tuple[Value, ...]) -> Iterator[Finding]:
    pairs = [pair for attribute in listed for pair in attribute.cases("Key", "Value")]
    keys = {key.text for key, _ in pairs}
    on = any(key.text == "stickiness.enabled" and value.flag for key, value in pairs)
    for key, value in pairs:
        needs = key.text == "stickiness.type" and value.text == "app_cookie"
        if needs and on and not keys & {_COOKIE, None}:
            yield Finding(value.path, f"app_cookie stickiness needs {_COOKIE}; add it")
        elif key.text == _COOKIE and (value.text or "").startswith("AWSALB"):
            yield Finding(value.path, f"cookie name {value.shown} is reserved; choose another one")
