"""W9443."""

import ipaddress
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.security_groups import GroupRule, attached, everyone, ingress, is_everything
from axonflow_cfn.rule import DeployabilityRule, Finding

# A load balancer answers at the ports of its listeners only.
_HOLDERS = (
    "AWS::ECS::Service",
    "AWS::EFS::MountTarget",
    "AWS::ElastiCache::CacheCluster",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::RDS::DBProxy",
)
_LARGEST_VPC = 16
"""The prefix of the largest VPC: what is wider holds more than one network."""


class AllPortsOpenToWideRange(DeployabilityRule):
    """Tasks or a database that let a range wider than any VPC in at every port."""

    id = "W9443"
    shortdesc = "Tasks or a database let a wide address range in at every port"
    description = (
        "A range wider than /16 is more than any VPC: peered networks, offices and VPN users reach "
        "every port, also those that nobody meant to serve. Allow the ports that are served, from "
        "the security groups that use them."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html"
    tags = ["resources", "ec2", "ecs", "rds", "security"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress: [{IpProtocol: '-1', CidrIp: 10.0.0.0/8}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: web:1
      DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: true, Rollback: true}}
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-12345678], SecurityGroups: [!Ref Group]}
"""
    good = bad.replace("'-1', ", "tcp, FromPort: 8080, ToPort: 8080, ")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Measure the ranges that the groups of tasks and databases let in at every port."""
        for group in model.of_type("AWS::EC2::SecurityGroup"):
            for rule in ingress(group):
                range_ = _wide(rule)
                if range_ and rule.peer and is_everything(rule) and not everyone(rule):
                    users = _users(model, group.logical_id)
                    if users:
                        yield Finding(
                            rule.path,
                            f"{rule.peer.shown} ({range_}) may reach every port of {users[0]}; "
                            "allow only the ports that are served, from those who use them",
                        )


def _users(model: TemplateModel, group: str) -> list[str]:
    return [
        holder.logical_id
        for holder in model.of_type(*_HOLDERS)
        if any(
            one.reference and one.reference.logical_id == group
            for groups in attached(holder)
            for one in groups
        )
    ]


def _wide(rule: GroupRule) -> str | None:
    """Why a range is too much to trust; None if it is not, or not known."""
    text = rule.peer.text if rule.peer and rule.kind == "CidrIp" else None
    try:
        network = ipaddress.IPv4Network(text or "", strict=False)
    except ValueError:
        return None
    if network.is_global:
        return "of the internet"
    return "wider than any VPC" if network.prefixlen < _LARGEST_VPC else None
