"""W9402."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ports import SENSITIVE_PORTS
from axonflow_cfn.model.security_groups import everyone, ingress_by_group, is_everything
from axonflow_cfn.rule import DeployabilityRule, Finding


class SensitivePortOpenToTheWorld(DeployabilityRule):
    """A database or administration port that the whole internet may try."""

    id = "W9402"
    shortdesc = "Security group opens an administration or database port to the internet"
    description = (
        "Anyone may try passwords and exploits on it. Allow a security group or your own "
        "address range; for administration use Session Manager or ECS Exec, which need no open "
        "port. A parameter whose default is 0.0.0.0/0 counts: it is what a hurried user gets."
    )
    source_url = "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    tags = ["resources", "ec2", "security"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0}
"""
    good = bad.replace("0.0.0.0/0", "10.0.0.0/16")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the ports of every rule for everyone with the list."""
        for rules in ingress_by_group(model):
            for rule in rules:
                if not everyone(rule) or is_everything(rule) or rule.ports is None:
                    continue
                first, last = rule.ports
                found = [port for port in SENSITIVE_PORTS if first <= port <= last]
                if found and rule.protocol in {"tcp", "udp"} and rule.peer:
                    names = ", ".join(f"{port} ({SENSITIVE_PORTS[port]})" for port in found[:3])
                    more = f" and {len(found) - 3} more" if len(found) > 3 else ""  # noqa: PLR2004 - shown
                    yield Finding(
                        rule.path,
                        f"{rule.peer.shown} may reach port {names}{more}; allow a security group "
                        "or "
                        "your own range",
                    )
