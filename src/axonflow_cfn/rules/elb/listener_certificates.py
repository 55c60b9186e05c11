"""E9215."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.rule import DeployabilityRule, Finding


class ListenerCertificates(DeployabilityRule):
    """TLS settings that a listener can not have."""

    id = "E9215"
    shortdesc = "Listener has TLS settings that do not fit its protocol"
    description = (
        "Elastic Load Balancing refuses certificates and SslPolicy on a listener that is not "
        "HTTPS or TLS, and wants exactly one default certificate on one that is. Further "
        "certificates go into AWS::ElasticLoadBalancingV2::ListenerCertificate."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateListener.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: HTTP
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace(
        "Protocol: HTTP", "Protocol: HTTPS\n      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare protocol and TLS settings."""
        for listener in model.of_type(LISTENER):
            for protocol, policy, found in listener.cases("Protocol", "SslPolicy", "Certificates"):
                if protocol.text in {"HTTPS", "TLS"}:
                    yield from _number(protocol, found)
                elif protocol.text and policy.present:
                    yield _misplaced(protocol, "SslPolicy", policy)
                elif protocol.text and any(found.values("*.CertificateArn")):
                    yield _misplaced(protocol, "Certificates", found)


def _misplaced(protocol: Value, key: str, value: Value) -> Finding:
    return Finding(value.path, f"{protocol.shown} listener can't have {key}; remove it")


def _number(protocol: Value, certificates: Value) -> Iterator[Finding]:
    for listed in certificates.elements():
        if len(listed) != 1:
            yield Finding(
                certificates.path,
                f"{protocol.shown} listener has {len(listed)} default certificates; give one, and "
                "others as AWS::ElasticLoadBalancingV2::ListenerCertificate",
            )
