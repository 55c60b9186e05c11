import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 10.0.0.0/8}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: VALUE}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "10.0.0.0/15",
            [
                (
                    "Resources/Vpc/Properties/CidrBlock",
                    "CidrBlock 10.0.0.0/15 must have a netmask from /16 to /28",
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Vpc/Properties/CidrBlock",
                    ("CidrBlock 10.0.0.0/8 (parameter Pick) must have a netmask from /16 to /28"),
                ),
            ],
        ),
        (
            "!If [Chosen, 10.0.0.0/29, 10.0.0.0/28]",
            [
                (
                    "Resources/Vpc/Properties/CidrBlock/Fn::If/1",
                    "CidrBlock 10.0.0.0/29 must have a netmask from /16 to /28",
                ),
            ],
        ),
        ("!Ref Any", []),
        ("10.0.0.0/16", []),
        ("!Sub '${Any}/8'", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9412") == expected
