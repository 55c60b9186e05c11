import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: app.internal}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Name: app.internal, Vpc: !Ref Any",
            [
                (
                    "Resources/Namespace/Properties/Name",
                    (
                        "only one stack of a VPC can have the namespace app.internal; "
                        "add ${AWS::StackName}"
                    ),
                ),
            ],
        ),
        (
            ("Name: !If [Chosen, app.internal, !Sub '${AWS::StackName}.internal'], Vpc: !Ref Any"),
            [
                (
                    "Resources/Namespace/Properties/Name/Fn::If/1",
                    (
                        "only one stack of a VPC can have the namespace app.internal; "
                        "add ${AWS::StackName}"
                    ),
                ),
            ],
        ),
        ("Name: !Ref Pick, Vpc: !Ref Any", []),
        ("Name: !Sub '${AWS::StackName}.internal', Vpc: !Ref Any", []),
        ("Name: app.internal, Vpc: !Ref Vpc", []),
        ("Name: !Ref Any, Vpc: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "I9430") == expected
