"""E9434."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.vpc import exported
from axonflow_cfn.rule import DeployabilityRule, Finding

_KNOWN = {"AWS::EC2::NetworkAclEntry", "AWS::EC2::SubnetNetworkAclAssociation"}


class NetworkAclDeniesAll(DeployabilityRule):
    """A network ACL that lets nothing through."""

    id = "E9434"
    shortdesc = "Network ACL of a subnet allows nothing in one direction"
    description = (
        "A network ACL of your own denies what no entry allows, in both directions and with no "
        "memory of connections: without an entry for the answers, usually to ports 1024-65535, "
        "nothing in the subnet can talk to anything outside it. Add entries, or leave the "
        "subnet to the default ACL."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Vpc}}
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Acl
      RuleNumber: 100
      Protocol: -1
      RuleAction: allow
      CidrBlock: 0.0.0.0/0
  Association:
    Type: AWS::EC2::SubnetNetworkAclAssociation
    Properties: {SubnetId: !Ref Subnet, NetworkAclId: !Ref Acl}
"""
    good = (
        bad
        + """
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Acl
      RuleNumber: 100
      Protocol: -1
      RuleAction: allow
      CidrBlock: 0.0.0.0/0
      Egress: true
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for associated ACLs without any entry that allows."""
        for acl in model.of_type("AWS::EC2::NetworkAcl"):
            users = model.users_of(acl.logical_id)
            if exported(model, acl.logical_id) or not {user.type for user in users} <= _KNOWN:
                continue
            if not any(user.type == "AWS::EC2::SubnetNetworkAclAssociation" for user in users):
                continue
            open_ways = {way for user in users for way in _ways(user)}
            for out, name in ((False, "in"), (True, "out")):
                if out not in open_ways and None not in open_ways:
                    yield Finding(
                        acl.path,
                        f"{acl.logical_id} has no entry that lets anything {name}; add one with "
                        f"Egress {str(out).lower()}",
                    )


def _ways(entry: Resource) -> Iterator[bool | None]:
    """The directions in which an entry allows something; None for one not known."""
    if entry.type != "AWS::EC2::NetworkAclEntry":
        return
    for action, outgoing in entry.cases("RuleAction", "Egress"):
        if action.text != "deny":
            yield False if outgoing.absent else outgoing.flag
