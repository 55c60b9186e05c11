import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: internet-facing}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Subnets: [!Ref Subnet, !Ref Any], VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Scheme: internet-facing}",
            [
                (
                    "Resources/Balancer",
                    "Balancer must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (
            "Tags: []}",
            [
                (
                    "Resources/Balancer",
                    "Balancer must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (
            "Scheme: !Ref Pick}",
            [
                (
                    "Resources/Balancer",
                    "Balancer must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (
            "Scheme: !If [Chosen, internal, internet-facing]}",
            [
                (
                    "Resources/Balancer",
                    "Balancer must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (("Scheme: internet-facing}\n    DependsOn: Attachment"), []),
        ("Scheme: !Ref Any}", []),
        ("Scheme: internal}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9433") == expected
