"""W9242."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancers import LISTENER, LISTENER_RULE, actions, kind, listeners
from axonflow_cfn.rule import DeployabilityRule, Finding

_TARGETS = ("TargetGroupArn", "ForwardConfig.TargetGroups.*.TargetGroupArn")
# What is meant to be served in plain text: health checks, and the files of certificate authorities.
_MEANT = re.compile(r"health|ping|status|ready|alive|live|\.well-known|acme", re.IGNORECASE)

Forward = tuple[str, str, Resource, Value, Value]
"""Balancer, protocol, the listener or rule, the Type of the action, and its target group."""


class PlainHttpBesideHttps(DeployabilityRule):
    """A load balancer that serves over HTTP what it also serves over HTTPS."""

    id = "W9242"
    shortdesc = "HTTP listener forwards to what the HTTPS listener protects"
    description = (
        "Whoever uses the HTTP address sends requests, cookies and tokens in clear text, although "
        "the same targets are reached over HTTPS. Let the HTTP listener answer with a redirect."
    )
    source_url = "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1"
    tags = ["resources", "elb", "security"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Protocol: HTTP, Port: 8080, VpcId: vpc-12345678}
  Https:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Http:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
"""
    good = "{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}".join(
        bad.rsplit("{Type: forward, TargetGroupArn: !Ref Targets}", 1)
    ).replace("{Protocol: HTTPS,", "{Protocol: HTTPS, Port: '443',")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for one target group behind listeners of both protocols."""
        served = list(_served(model))
        for balancer, protocol, item, form, target in served:
            if protocol != "HTTP" or not _is_for_users(item, balancer, form):
                continue
            for other, secure, twin, twin_form, twin_target in served:
                same = other == balancer and target.equals(twin_target)
                together = model.together(form, target, twin_form, twin_target) is not None
                if same and secure == "HTTPS" and together:
                    yield Finding(
                        form.path,
                        f"{item.logical_id} forwards plain HTTP to {target.shown}, which "
                        f"{twin.logical_id} serves over HTTPS; redirect to HTTPS instead",
                    )
                    break


def _served(model: TemplateModel) -> Iterator[Forward]:
    for item in model.of_type(LISTENER, LISTENER_RULE):
        for listener in listeners(item):
            for protocol in listener.values("Protocol"):
                under = listener.given(protocol.when)
                for balancer in balancers(under) if under else ():
                    for (form,) in balancer.cases("Type"):
                        start = item.given(form.when)
                        if start and kind(form) == "application" and protocol.text:
                            for type_, target in _forwards(start):
                                yield balancer.logical_id, protocol.text, item, type_, target


def _forwards(item: Resource) -> Iterator[tuple[Value, Value]]:
    for listed in actions(item):
        for action in listed:
            for form in action.values("Type"):
                for path in _TARGETS if form.text == "forward" else ():
                    for target in action.values(path):
                        if target.parts and target.model.together(form, target) is not None:
                            yield form, target


def _is_for_users(item: Resource, balancer: str, form: Value) -> bool:
    """Whether nothing says that plain text is meant here, or is said about it already."""
    if item.type == LISTENER:
        # W9204 speaks of internet-facing ones.
        under = item.model.resources[balancer].given(form.when)
        schemes = [value for (value,) in under.cases("Scheme")] if under else []
        return all(value.present and value.text != "internet-facing" for value in schemes)
    fields = [field.text for field in item.values("Conditions.*.Field")]
    paths = [
        path.text
        for where in ("Values.*", "PathPatternConfig.Values.*")
        for condition in item.values("Conditions.*")
        for path in condition.values(where)
        if any(field.text == "path-pattern" for field in condition.values("Field"))
    ]
    plain = all(path and not _MEANT.search(path) for path in paths)
    return plain and set(fields) <= {"host-header", "path-pattern"}
