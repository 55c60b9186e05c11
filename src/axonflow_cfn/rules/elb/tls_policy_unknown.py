"""E9203."""

import difflib
import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.model.tls_policies import LAST_EDITION, TLS_POLICIES
from axonflow_cfn.rule import DeployabilityRule, Finding


class TlsPolicyUnknown(DeployabilityRule):
    """A security policy that Elastic Load Balancing does not have."""

    id = "E9203"
    shortdesc = "SslPolicy does not exist"
    description = (
        "Elastic Load Balancing refuses the listener: only its predefined security policies "
        "can be named, and their names are easily misspelt. The list is of September 2026; "
        "names of a later date are not looked at."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "describe-ssl-policies.html"
    )
    tags = ["resources", "elb"]
    bad = """
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS-1-3-2021-06
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace("TLS-1-3", "TLS13-1-3")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look each policy up."""
        for listener in model.of_type(LISTENER):
            for policy in listener.values("SslPolicy"):
                text = policy.text
                if not text or text in TLS_POLICIES or _may_be_new(text):
                    continue
                near = difflib.get_close_matches(text, TLS_POLICIES, n=1, cutoff=0)
                yield Finding(
                    policy.path, f"SslPolicy {policy.shown} does not exist; did you mean {near[0]}?"
                )


def _may_be_new(name: str) -> bool:
    """Whether a name could have been added after the list was made."""
    edition = re.fullmatch(r"ELBSecurityPolicy-.*(\d{4}-\d{2})", name)
    return bool(edition and edition[1] > LAST_EDITION)
