import pytest
from linting import report

HEAD = """
Parameters:
  Port: {Type: Number, Default: 80}
  One: {Type: String, Default: internal, AllowedValues: [internal]}
  Vpc: {Type: 'AWS::EC2::VPC::Id'}
  Id: {Type: String}
Conditions:
  Odd: !Equals [!Ref Id, odd]
Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
      {Name: !Sub '${AWS::StackName}-tg', Port: !Ref Port}
""",
            [
                (
                    "Resources/Group/Properties/Port",
                    (
                        "parameter Port can't change: Port needs a replacement, which Name "
                        "${AWS::StackName}-tg forbids; make it a constant or leave the name "
                        "out"
                    ),
                ),
            ],
        ),
        (
            """
      {Name: tg, Port: !If [Odd, !Ref Port, 80]}
""",
            [
                (
                    "Resources/Group/Properties/Port/Fn::If/1",
                    (
                        "parameter Port can't change: Port needs a replacement, which Name tg"
                        " forbids; make it a constant or leave the name out"
                    ),
                ),
            ],
        ),
        (
            """
      {Name: tg, Protocol: !Sub '${Id}'}
""",
            [
                (
                    "Resources/Group/Properties/Protocol",
                    (
                        "parameter Id can't change: Protocol needs a replacement, which Name "
                        "tg forbids; make it a constant or leave the name out"
                    ),
                ),
            ],
        ),
        # A VPC, a parameter with one value, a name that changes too, no name, a constant.
        (
            """
      {Name: tg, VpcId: !Ref Vpc}
""",
            [],
        ),
        (
            """
      {Name: tg, VpcId: !Ref Id}
""",
            [],
        ),
        (
            """
      {Name: tg, Protocol: !Ref One}
""",
            [],
        ),
        (
            """
      {Name: !Sub '${Id}-tg', Port: !Ref Port}
""",
            [],
        ),
        (
            """
      {Port: !Ref Port}
""",
            [],
        ),
        (
            """
      {Name: !If [Odd, !Ref Id, tg]}
""",
            [],
        ),
        (
            """
      {Name: !If [Odd, tg, !Ref 'AWS::NoValue'], Port: !If [Odd, 80, !Ref Port]}
""",
            [],
        ),
        (
            """
      {Name: tg, Port: 80, HealthCheckPath: !Ref Id}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9006") == expected
