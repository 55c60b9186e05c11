"""E9404."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.security_groups import written
from axonflow_cfn.rule import DeployabilityRule, Finding

_LAST_PORT = 65535
_LAST_TYPE = 255


class SecurityGroupPortsRefused(DeployabilityRule):
    """Ports that no security-group rule can have."""

    id = "E9404"
    shortdesc = "Security group rule has a port range that is not allowed"
    description = (
        "EC2 refuses the rule: FromPort is not above ToPort, ports of TCP and UDP are 0 to "
        "65535, ICMP types and codes -1 to 255. For ICMP, FromPort is the type and ToPort the "
        "code; -1 means all of them."
    )
    source_url = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8080, ToPort: 80, CidrIp: 10.0.0.0/16}
"""
    good = bad.replace("ToPort: 80,", "ToPort: 8080,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each rule, inline or separate."""
        for rule in written(model):
            for protocol, first, last in rule.cases("IpProtocol", "FromPort", "ToPort"):
                if first.number is None or last.number is None:
                    continue
                name = (protocol.text or "").lower()
                if name in {"tcp", "udp", "6", "17"}:
                    yield from _ports(name, first, last)
                elif name in {"icmp", "1", "icmpv6", "58"}:
                    for what, value in (("type", first), ("code", last)):
                        if not -1 <= (value.number or 0) <= _LAST_TYPE:
                            yield Finding(
                                value.path,
                                f"{value.shown} is not an ICMP {what}; give -1 (all) to "
                                f"{_LAST_TYPE}",
                            )


def _ports(protocol: str, first: Value, last: Value) -> Iterator[Finding]:
    low, high = first.number or 0, last.number or 0
    for value in (first, last):
        if not 0 <= (value.number or 0) <= _LAST_PORT:
            yield Finding(
                value.path, f"{value.shown} is not a {protocol} port; give 0 to {_LAST_PORT}"
            )
    if 0 <= high < low:
        yield Finding(first.path, f"FromPort {first.shown} is above ToPort {last.shown}; swap them")
