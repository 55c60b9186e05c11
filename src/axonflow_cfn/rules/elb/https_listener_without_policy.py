"""W9201."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.model.tls_policies import RECOMMENDED
from axonflow_cfn.rule import DeployabilityRule, Finding


class HttpsListenerWithoutPolicy(DeployabilityRule):
    """A TLS listener on the old default security policy."""

    id = "W9201"
    shortdesc = "TLS listener without SslPolicy accepts TLS 1.0"
    description = (
        "A listener that CloudFormation creates without SslPolicy gets "
        "ELBSecurityPolicy-2016-08, which lets clients use TLS 1.0 and 1.1. Name a policy that "
        "starts at TLS 1.2."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "describe-ssl-policies.html"
    )
    tags = ["resources", "elb", "security"]
    bad = """
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 443
      Protocol: HTTPS
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace(
        "Protocol: HTTPS",
        "Protocol: HTTPS\n      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for TLS listeners that name none."""
        for listener in model.of_type(LISTENER):
            for protocol, policy in listener.cases("Protocol", "SslPolicy"):
                if protocol.text in {"HTTPS", "TLS"} and policy.absent:
                    yield Finding(
                        protocol.path,
                        f"{protocol.shown} listener has no SslPolicy, so it accepts TLS 1.0; "
                        f"give {RECOMMENDED}",
                    )
