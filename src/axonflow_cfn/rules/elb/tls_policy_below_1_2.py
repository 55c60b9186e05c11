"""W9202."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.model.tls_policies import RECOMMENDED, TLS_POLICIES
from axonflow_cfn.rule import DeployabilityRule, Finding


class TlsPolicyBelow12(DeployabilityRule):
    """A security policy that lets clients use TLS 1.0 or 1.1."""

    id = "W9202"
    shortdesc = "SslPolicy accepts TLS versions below 1.2"
    description = (
        "Clients can negotiate TLS 1.0 or 1.1, which RFC 8996 deprecates for known attacks. A "
        "policy named TLS13-1-0 or TLS13-1-1 does so as well: its second number is the lowest "
        "version. Choose a policy that starts at TLS 1.2."
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
      SslPolicy: ELBSecurityPolicy-2016-08
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace("2016-08", "TLS13-1-2-2021-06")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look each policy up."""
        for listener in model.of_type(LISTENER):
            for policy in listener.values("SslPolicy"):
                lowest = TLS_POLICIES.get(policy.text or "", "1.2")
                if lowest < "1.2":
                    yield Finding(
                        policy.path,
                        f"SslPolicy {policy.shown} accepts TLS {lowest}; give {RECOMMENDED}",
                    )
