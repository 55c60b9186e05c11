"""W9232."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import balancers
from axonflow_cfn.model.load_balancers import LISTENER
from axonflow_cfn.model.security_groups import attached, ingress
from axonflow_cfn.model.vpc import exported
from axonflow_cfn.rule import DeployabilityRule, Finding


class ListenerPortClosed(DeployabilityRule):
    """A listener that the security groups of its load balancer hide."""

    id = "W9232"
    shortdesc = "Security groups of the load balancer close the listener port"
    description = (
        "Nobody can connect: no security group of the load balancer has an ingress rule for "
        "the port of its listener. Add one for the clients."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "load-balancer-update-security-groups.html"
    )
    tags = ["resources", "elb", "ec2"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Clients
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internal
      SubnetMappings: !ImportValue subnets
      SecurityGroups: [!Ref Group]
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 8443
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""
    good = bad.replace("8443", "80")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for an ingress rule that takes in the port of each listener."""
        for listener in model.of_type(LISTENER):
            for balancer in balancers(listener):
                for groups in attached(balancer):
                    start = listener.given(groups[0].when)
                    for port in start.values("Port") if start else ():
                        if port.number is not None and _closed(groups, port):
                            names = ", ".join(group.shown for group in groups)
                            yield Finding(
                                port.path,
                                f"no ingress rule of {names} takes in port {port.shown}; add one",
                            )


def _closed(groups: tuple[Value, ...], port: Value) -> bool:
    """Whether every group is known in full and none has a rule for the port."""
    for value in groups:
        group = value.follow("AWS::EC2::SecurityGroup")
        if group is None or _open(group, port.number or 0):
            return False
    return True


def _open(group: Resource, port: float) -> bool:
    """Whether a rule may take in the port, be it one that is not known or not here."""
    hidden = any(v.present and not v.known for (v,) in group.cases("SecurityGroupIngress"))
    return (
        hidden
        or exported(group.model, group.logical_id)
        or any(
            (rule.protocol in {None, "-1", "tcp", "udp"})
            and (rule.ports is None or rule.ports[0] <= port <= rule.ports[1])
            for rule in ingress(group)
        )
    )
