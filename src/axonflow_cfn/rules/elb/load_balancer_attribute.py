"""E9220."""

import difflib
from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancer_attributes import ATTRIBUTES, fits
from axonflow_cfn.model.load_balancers import BALANCER, LISTENER, TARGET_GROUP, family, kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class LoadBalancerAttribute(DeployabilityRule):
    """An attribute that does not exist, or not with this value."""

    id = "E9220"
    shortdesc = "Unknown attribute of a load balancer, listener or target group, or wrong value"
    description = (
        "Elastic Load Balancing refuses the resource. Each attribute belongs to certain types "
        "of load balancer, takes certain values, and can be given once; CloudFormation checks "
        "neither keys nor values beforehand."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_TargetGroupAttribute.html"
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
      TargetGroupAttributes: [{Key: deregistration_delay.timeout, Value: '30'}]
"""
    good = bad.replace("delay.timeout,", "delay.timeout_seconds,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each attribute for its type of load balancer, or for all types."""
        for resource in model.of_type(BALANCER, LISTENER, TARGET_GROUP):
            for name in ATTRIBUTES:
                yield from _repeated(resource, name)
                for form, start in _forms(resource):
                    for attribute in start.values(f"{name}.*"):
                        for key, value in attribute.cases("Key", "Value"):
                            yield from _one(name, form, key, value)


def _forms(resource: Resource) -> Iterator[tuple[str | None, Resource]]:
    """The types of load balancer that a resource can be for; None for one not known."""
    starts: list[tuple[str | None, Resource | None]] = []
    if resource.type == BALANCER:
        starts = [(kind(v), resource.given(v.when)) for (v,) in resource.cases("Type")]
    elif resource.type == TARGET_GROUP:
        for protocol, target in resource.cases("Protocol", "TargetType"):
            form = "lambda" if target.text == "lambda" else family(protocol)
            starts.append((form, resource.given(target.when)))
    else:
        starts = [
            (kind(value), resource.given(value.when))
            for balancer in balancers(resource)
            for (value,) in balancer.cases("Type")
        ] or [(None, resource)]
    for form, start in starts:
        if start:
            yield form, start


def _one(name: str, form: str | None, key: Value, value: Value) -> Iterator[Finding]:
    if key.text is None:
        return
    kinds = [form] if form in ATTRIBUTES[name] else list(ATTRIBUTES[name])
    allowed = [ATTRIBUTES[name][k][key.text] for k in kinds if key.text in ATTRIBUTES[name][k]]
    if not allowed:
        known = sorted({known for k in kinds for known in ATTRIBUTES[name][k]})
        near = difflib.get_close_matches(key.text, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; remove it"
        of = f"of type {form} " if form in ATTRIBUTES[name] else ""
        yield Finding(key.path, f"attribute {key.shown} {of}does not exist{hint}")
    elif value.text is not None and not any(fits(choice, value.text) for choice in allowed):
        choices = ", ".join(allowed[0].split("|"))
        yield Finding(value.path, f"{key.shown} can't be {value.shown}; allowed: {choices}")


def _repeated(resource: Resource, name: str) -> Iterator[Finding]:
    for attributes in resource.values(name):
        for listed in attributes.elements():
            seen: set[str] = set()
            for attribute in listed:
                keys = [key for key in attribute.values("Key") if key.text]
                if len(keys) == 1 and keys[0].text in seen:
                    yield Finding(keys[0].path, f"{keys[0].shown} is there twice; keep one")
                seen |= {key.text or "" for key in keys}
