# ruff: noqa: UP031 - the braces of format() are YAML's here
import pytest
from building import model

from axonflow_cfn.model.security_groups import attached, can_reach

HEAD = """
Parameters:
  Outside: {Type: 'AWS::EC2::SecurityGroup::Id'}
  Port: {Type: Number, Default: 80}
  Cidr: {Type: String}
  Open: {Type: String, AllowedValues: ['yes', 'no']}
Conditions:
  IsOpen: !Equals [!Ref Open, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SecurityGroups: [%s]}
  Service:
    Type: AWS::ECS::Service
    Properties: {NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [%s]}}}
  From: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: a%s}}
  To: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: b%s}}
  Third: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: c}}
"""
FROM = "SourceSecurityGroupId: !Ref From"
TO = "DestinationSecurityGroupId: !GetAtt To.GroupId"
TCP = "IpProtocol: tcp, FromPort: 80, ToPort: 80"
NOWHERE = "{IpProtocol: '-1', CidrIp: 127.0.0.1/32}"


def reach(
    source: str, target: str, egress: str = "", ingress: str = "", separate: str = ""
) -> bool | None:
    out = f", SecurityGroupEgress: {egress}" if egress else ""
    into = f", SecurityGroupIngress: {ingress}" if ingress else ""
    resources = model(HEAD % (source, target, out, into) + separate).resources
    (sources,) = attached(resources["Balancer"])
    (targets,) = attached(resources["Service"])
    return can_reach(sources, targets, 80)


@pytest.mark.parametrize(
    ("ingress", "expected"),
    [
        ("[{%s, %s}]" % (TCP, FROM), True),
        ("{%s, %s}" % (TCP, FROM), True),
        ("[{IpProtocol: 6, FromPort: 1, ToPort: 99, %s}]" % FROM, True),
        ("[{IpProtocol: '-1', %s}]" % FROM, True),
        ("[{IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, %s}]" % FROM, None),
        ("[{%s, CidrIp: 0.0.0.0/0}]" % TCP, True),
        ("[{%s, CidrIp: 10.0.0.0/8}]" % TCP, None),
        ("[{%s, CidrIp: !Ref Cidr}]" % TCP, None),
        ("[{%s, SourcePrefixListId: pl-1}]" % TCP, None),
        ("[{%s, SourceSecurityGroupId: !Ref Outside}]" % TCP, None),
        ("[!If [IsOpen, {%s, %s}, !Ref 'AWS::NoValue']]" % (TCP, FROM), None),
        ("!ImportValue rules", None),
        ("[]", False),
        (NOWHERE, False),
        ("[{%s, SourceSecurityGroupId: !Ref Third}]" % TCP, False),
        ("[{IpProtocol: udp, FromPort: 80, ToPort: 80, %s}]" % FROM, False),
        ("[{IpProtocol: tcp, FromPort: 81, ToPort: 90, %s}]" % FROM, False),
    ],
)  # fmt: skip
def test_ingress(ingress: str, expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    assert reach("!Ref From", "!Ref To", ingress=ingress) is expected


@pytest.mark.parametrize(
    ("egress", "expected"),
    [
        ("", True),
        ("[]", True),
        ("[{IpProtocol: '-1', CidrIp: 0.0.0.0/0}]", True),
        ("[{%s, %s}]" % (TCP, TO), True),
        ("[!If [IsOpen, {%s, %s}, !Ref 'AWS::NoValue']]" % (TCP, TO), None),
        ("[{%s, DestinationPrefixListId: pl-1}]" % TCP, None),
        (f"[{NOWHERE}]", False),
        ("[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}]", False),
    ],
)  # fmt: skip
def test_egress(egress: str, expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    ingress = "[{%s, %s}]" % (TCP, FROM)
    assert reach("!Ref From", "!Ref To", egress, ingress) is expected


SEPARATE = """
  Rule:
    Type: AWS::EC2::SecurityGroup%s
    Properties: {GroupId: !GetAtt %s.GroupId, %s, %s}
"""


@pytest.mark.parametrize(
    ("rule", "egress", "ingress", "expected"),
    [
        (("Ingress", "To", TCP, FROM), "", "", True),
        (("Ingress", "Third", TCP, FROM), "", "", False),
        (("Egress", "From", TCP, TO), f"[{NOWHERE}]", "[{%s, %s}]" % (TCP, FROM), True),
        # A separate egress rule takes the default one away.
        (
            ("Egress", "From", TCP, "CidrIp: 127.0.0.1/32"),
            "",
            "[{%s, %s}]" % (TCP, FROM),
            False,
        ),
    ],
)  # fmt: skip
def test_separate_rules(
    rule: tuple[str, ...],
    egress: str,
    ingress: str,
    expected: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert reach("!Ref From", "!Ref To", egress, ingress, SEPARATE % rule) is expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("!Ref Third, !Ref From", "!Ref Third, !Ref To", True),
        ("!Ref Third", "!Ref To", False),
        # What the group from outside allows is not known.
        ("!Ref Outside", "!Ref To", None),
        ("!Ref Third, !Ref Outside", "!Ref To", None),
        ("!Ref From", "!Ref Outside", None),
        ("!Ref From", "!Ref Outside, !Ref To", None),
    ],
)
def test_several_groups(source: str, target: str, expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    ingress = "[{%s, %s}]" % (TCP, FROM)
    assert reach(source, target, ingress=ingress) is expected
