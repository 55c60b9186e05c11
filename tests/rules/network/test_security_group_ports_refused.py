import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 90}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress: [VALUE]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{IpProtocol: tcp, FromPort: 8080, ToPort: 80, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/FromPort",
                    "FromPort 8080 is above ToPort 80; swap them",
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: !Ref Pick, ToPort: 80, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/FromPort",
                    "FromPort 90 (parameter Pick) is above ToPort 80; swap them",
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: 80, ToPort: 65536, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/ToPort",
                    "65536 is not a tcp port; give 0 to 65535",
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/FromPort",
                    "-1 is not a tcp port; give 0 to 65535",
                ),
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/ToPort",
                    "-1 is not a tcp port; give 0 to 65535",
                ),
            ],
        ),
        (
            ("{IpProtocol: tcp, FromPort: !If [Chosen, 90, 70], ToPort: 80, CidrIp: 10.0.0.0/8}"),
            [
                (
                    ("Resources/Group/Properties/SecurityGroupIngress/0/FromPort/Fn::If/1"),
                    "FromPort 90 is above ToPort 80; swap them",
                ),
            ],
        ),
        (
            "{IpProtocol: icmp, FromPort: 8, ToPort: 256, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/ToPort",
                    "256 is not an ICMP code; give -1 (all) to 255",
                ),
            ],
        ),
        (
            "{IpProtocol: 1, FromPort: 300, ToPort: -1, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/FromPort",
                    "300 is not an ICMP type; give -1 (all) to 255",
                ),
            ],
        ),
        ("{IpProtocol: tcp, FromPort: !Ref Any, ToPort: 80, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: tcp, FromPort: 80, ToPort: 8080, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: !Ref Any, FromPort: 80, ToPort: 70, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: icmp, FromPort: 255, ToPort: 255, CidrIp: 10.0.0.0/8}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9404") == expected
