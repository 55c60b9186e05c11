"""W9409."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.security_groups import attached, egress
from axonflow_cfn.rule import DeployabilityRule, Finding


class StandaloneEgressStripsDefault(DeployabilityRule):
    """A separate egress rule that ends all other outbound traffic."""

    id = "W9409"
    shortdesc = "Separate egress rules keep tasks from the internet"
    description = (
        "A group without egress rules allows all outbound traffic. The first "
        "AWS::EC2::SecurityGroupEgress replaces that default rule, so that only what such rules "
        "name is left: without TCP port 443, tasks can not fetch images, secrets or write logs. "
        "State all egress inline, or add a rule for port 443."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ec2-securitygroupegress.html"
    )
    tags = ["resources", "ec2", "ecs"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group, VpcId: vpc-12345678}
  Rule:
    Type: AWS::EC2::SecurityGroupEgress
    Properties:
      GroupId: !Ref Group
      IpProtocol: tcp
      FromPort: 5432
      ToPort: 5432
      CidrIp: 10.0.0.0/16
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !ImportValue task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [!ImportValue a], SecurityGroups: [!Ref Group]}
"""
    good = bad.replace(
        "VpcId: vpc-12345678}",
        "VpcId: vpc-12345678, SecurityGroupEgress: [{IpProtocol: '-1', CidrIp: 0.0.0.0/0}]}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for groups of tasks with separate egress rules only, none of them for HTTPS."""
        for service in model.of_type("AWS::ECS::Service"):
            for groups in attached(service):
                if len(groups) == 1:  # another group may let the traffic out
                    group = groups[0].follow("AWS::EC2::SecurityGroup")
                    yield from _stripped(group) if group else ()


def _stripped(group: Resource) -> Iterator[Finding]:
    rules = egress(group)
    inline = any(value.present for (value,) in group.cases("SecurityGroupEgress"))
    secure = any(
        rule.protocol is None
        or (
            rule.protocol in {"tcp", "-1"}
            and (rule.ports is None or rule.ports[0] <= _HTTPS <= rule.ports[1])
        )
        for rule in rules
    )
    if rules and not inline and not secure:
        yield Finding(
            rules[0].path,
            f"this rule replaces the one that lets {group.logical_id} send anywhere; state all "
            "its egress inline, TCP port 443 included",
        )


_HTTPS = 443
