import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "false"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Any}}
  Association:
    Type: AWS::EC2::SubnetNetworkAclAssociation
    Properties: {SubnetId: !Ref Any, NetworkAclId: !Ref Acl}
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: -1, CidrBlock: 0.0.0.0/0,
          VALUE}
  Second:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: !Ref Acl, RuleNumber: 110, Protocol: -1, CidrBlock: 0.0.0.0/0,
          RuleAction: allow, Egress: false}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "RuleAction: allow",
            [
                (
                    "Resources/Acl",
                    ("Acl has no entry that lets anything out; add one with Egress true"),
                ),
            ],
        ),
        ("RuleAction: allow, Egress: !Ref Pick", []),
        (
            "RuleAction: deny, Egress: true",
            [
                (
                    "Resources/Acl",
                    ("Acl has no entry that lets anything out; add one with Egress true"),
                ),
            ],
        ),
        (
            "RuleAction: !If [Chosen, deny, deny], Egress: true",
            [
                (
                    "Resources/Acl",
                    ("Acl has no entry that lets anything out; add one with Egress true"),
                ),
            ],
        ),
        ("RuleAction: allow, Egress: !If [Chosen, true, false]", []),
        ("RuleAction: allow, Egress: true", []),
        ("RuleAction: !Ref Any, Egress: true", []),
        ("RuleAction: allow, Egress: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9434") == expected
