import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: CLOUDFRONT}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: !Ref Pick
      DefaultAction: {Allow: {}}
      VisibilityConfig: !ImportValue visibility
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SubnetMappings: !ImportValue subnets}
  Network:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, SubnetMappings: !ImportValue subnets}
  Distribution: {Type: AWS::CloudFront::Distribution}
  First:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "ResourceArn: !Ref Balancer, WebACLArn: !GetAtt Acl.Arn",
            [
                (
                    "Resources/First/Properties/WebACLArn",
                    "Acl has scope CLOUDFRONT and can't be associated; use REGIONAL",
                ),
            ],
        ),
        (
            "ResourceArn: !Ref Network, WebACLArn: !Ref Any",
            [
                (
                    "Resources/First/Properties/ResourceArn",
                    (
                        "${Network} is a network load balancer, which can't have a web "
                        "ACL; use an application load balancer"
                    ),
                ),
            ],
        ),
        (
            ("ResourceArn: !If [Chosen, !Ref Network, !Ref Balancer], WebACLArn: !Ref Any"),
            [
                (
                    "Resources/First/Properties/ResourceArn/Fn::If/1",
                    (
                        "${Network} is a network load balancer, which can't have a web "
                        "ACL; use an application load balancer"
                    ),
                ),
            ],
        ),
        (
            "ResourceArn: !Ref Any, WebACLArn: !Ref Acl",
            [
                (
                    "Resources/First/Properties/WebACLArn",
                    "${Acl} is not the ARN of the web ACL; use GetAtt Acl.Arn",
                ),
                (
                    "Resources/First/Properties/WebACLArn",
                    "Acl has scope CLOUDFRONT and can't be associated; use REGIONAL",
                ),
            ],
        ),
        (
            "ResourceArn: !GetAtt Distribution.Arn, WebACLArn: !Ref Any",
            [
                (
                    "Resources/First/Properties/ResourceArn",
                    ("a distribution names its web ACL in WebACLId; remove the association"),
                ),
            ],
        ),
        (
            (
                "ResourceArn: !Ref Balancer, WebACLArn: !Ref Any}\n"
                "  Second:\n"
                "    Type: AWS::WAFv2::WebACLAssociation\n"
                "    Properties: {ResourceArn: !Ref Balancer, WebACLArn: !Ref Any"
            ),
            [
                (
                    "Resources/Second/Properties/ResourceArn",
                    "First already gives ${Balancer} a web ACL; a resource has one",
                ),
            ],
        ),
        ("ResourceArn: !Ref Any, WebACLArn: !Ref Any", []),
        (
            (
                "ResourceArn: !Ref Any, WebACLArn: !Ref Any}\n"
                "  Second:\n"
                "    Type: AWS::WAFv2::WebACLAssociation\n"
                "    Properties: {ResourceArn: !Ref Balancer, WebACLArn: !Ref Any"
            ),
            [],
        ),
        (
            (
                "ResourceArn: !If [Chosen, !Ref Balancer, !Ref Any], WebACLArn: !Ref Any}\n"
                "  Second:\n"
                "    Type: AWS::WAFv2::WebACLAssociation\n"
                "    Properties: {ResourceArn: !If [Chosen, !Ref Any, !Ref Balancer], "
                "WebACLArn: !Ref Any"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9239") == expected
