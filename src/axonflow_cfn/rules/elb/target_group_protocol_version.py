"""E9219."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.load_balancers import TARGET_GROUP, family
from axonflow_cfn.rule import DeployabilityRule, Finding


class TargetGroupProtocolVersion(DeployabilityRule):
    """A protocol version that is not there."""

    id = "E9219"
    shortdesc = "Target group ProtocolVersion is not allowed"
    description = (
        "Elastic Load Balancing refuses the target group: versions are HTTP1, HTTP2 and GRPC, "
        "and only target groups with protocol HTTP or HTTPS have one."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/"
        "API_CreateTargetGroup.html"
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
      ProtocolVersion: HTTP/2
"""
    good = bad.replace("HTTP/2", "HTTP2")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the version with the protocol."""
        for group in model.of_type(TARGET_GROUP):
            for protocol, version in group.cases("Protocol", "ProtocolVersion"):
                if version.text is not None and version.text not in {"HTTP1", "HTTP2", "GRPC"}:
                    yield Finding(
                        version.path,
                        f"ProtocolVersion {version.shown} must be HTTP1, HTTP2 or GRPC",
                    )
                elif version.present and family(protocol) in {"network", "gateway"}:
                    yield Finding(
                        version.path, f"{protocol.shown} targets have no ProtocolVersion; remove it"
                    )
