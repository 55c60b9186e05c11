import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: sg-web}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "GroupName: sg-web",
            [
                (
                    "Resources/Group/Properties/GroupName",
                    "GroupName sg-web must not begin with sg-",
                ),
            ],
        ),
        (
            "GroupName: !Ref Pick",
            [
                (
                    "Resources/Group/Properties/GroupName",
                    "GroupName sg-web (parameter Pick) must not begin with sg-",
                ),
            ],
        ),
        (
            "GroupName: !If [Chosen, 'web', 'wéb']",
            [
                (
                    "Resources/Group/Properties/GroupName/Fn::If/2",
                    ("GroupName can't hold é; use letters, digits and ._-:/()#,@[]+=&;{}!$*"),
                ),
            ],
        ),
        (
            (
                "SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, "
                'CidrIp: 10.0.0.0/8, Description: "Bob\'s"}]'
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/Description",
                    ("Description can't hold '; use letters, digits and ._-:/()#,@[]+=&;{}!$*"),
                ),
            ],
        ),
        (
            (
                "SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, "
                "CidrIp: 10.0.0.0/8, Description: !Sub 'to <${Any}>'}]"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupEgress/0/Description",
                    ("Description can't hold <>; use letters, digits and ._-:/()#,@[]+=&;{}!$*"),
                ),
            ],
        ),
        (
            (
                "GroupName: "
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            ),
            [
                (
                    "Resources/Group/Properties/GroupName",
                    "GroupName has 256 characters; it can have 255",
                ),
            ],
        ),
        ("GroupName: !Ref Any", []),
        ("GroupName: !Sub '${AWS::StackName}-sg'", []),
        (
            (
                "SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, "
                "CidrIp: 10.0.0.0/8, Description: 'Clients (HTTP), 10% = +1 & more; "
                "{a}!$*'}]"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/Description",
                    ("Description can't hold %; use letters, digits and ._-:/()#,@[]+=&;{}!$*"),
                ),
            ],
        ),
        (
            (
                "SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: "
                "10.0.0.0/8, Description: 'Clients (HTTP) = +1 & more; {a}!$*'}]"
            ),
            [],
        ),
        (
            (
                "GroupName: "
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                "aaaaaaaaaaaaaaaaaaaaaaaaaaa"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9405") == expected
