"""W9407."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, Part, Reference, TemplateModel
from axonflow_cfn.model.security_groups import egress, ingress
from axonflow_cfn.rule import DeployabilityRule, Finding


class SecurityGroupRuleTwice(DeployabilityRule):
    """One rule of a security group written twice."""

    id = "W9407"
    shortdesc = "Security group rule is there twice"
    description = (
        "EC2 keeps one rule and CloudFormation believes in two, so removing either of them later "
        "removes the rule and cuts the traffic off. Remove one now, be it inline or a resource of "
        "its own."
    )
    source_url = "https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/612"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !Ref Group
      IpProtocol: tcp
      FromPort: 80
      ToPort: 80
      CidrIp: 10.0.0.0/16
"""
    good = "ToPort: 81".join(bad.rsplit("ToPort: 80", 1)).replace(
        "FromPort: 80\n", "FromPort: 81\n"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every two rules of a group that are known in full."""
        for group in model.of_type("AWS::EC2::SecurityGroup"):
            for rules in (ingress(group), egress(group)):
                whole = [rule for rule in rules if rule.peer and rule.protocol and rule.ports]
                for one, other in combinations(whole, 2):
                    if one.path == other.path or not one.peer or not other.peer:
                        continue
                    same = (one.protocol, one.ports, one.kind) == (
                        other.protocol,
                        other.ports,
                        other.kind,
                    )
                    parts = one.peer.parts
                    if (
                        same
                        and _alike(parts, other.peer.parts)
                        and UNKNOWN not in parts
                        and model.together(one.peer, other.peer)
                        and model.conditions.possible(one.when & other.when)
                    ):
                        yield Finding(
                            other.path,
                            f"the same rule for {other.peer.shown} is there already; remove one",
                        )


def _alike(one: tuple[Part, ...], other: tuple[Part, ...]) -> bool:
    """Whether two peers are the same; Ref and GroupId of a group are."""
    return [_plain(part) for part in one] == [_plain(part) for part in other]


def _plain(part: Part) -> Part:
    own = isinstance(part, Reference) and part.attribute in {None, "GroupId", "Id"}
    return Reference(part.logical_id) if isinstance(part, Reference) and own else part
