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


PREFIXED = """
Parameters:
  Prefix: {Type: String, Default: app}
  Version: {Type: String, Default: '16', AllowedValues: ['16', '17']}
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Free: {Type: String, Default: postgres16}
Mappings:
  Engines: {'16': {Family: postgres16}, '17': {Family: postgres17}}
  Stages: {dev: {Family: postgres16}, prod: {Family: postgres17}}
Resources:
  One: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '${Prefix}-one'}}
  Two: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '${OTHER}-two'}}
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {DBParameterGroupName: !Sub '${NAME}-db', Description: x, Family: FAMILY}
"""


@pytest.mark.parametrize(
    ("family", "name", "other", "reported"),
    [
        ("!FindInMap [Engines, !Ref Version, Family]", "Prefix", "Prefix", True),
        ("!Sub 'postgres${Version}'", "Prefix", "Prefix", True),
        # A stage, any value, a prefix of this name alone, a name that changes as well.
        ("!FindInMap [Stages, !Ref Stage, Family]", "Prefix", "Prefix", False),
        ("!Ref Free", "Prefix", "Prefix", False),
        ("!FindInMap [Engines, !Ref Version, Family]", "Prefix", "AWS::StackName", False),
        ("!FindInMap [Engines, !Ref Version, Family]", "Version", "Version", False),
    ],
)
def test_a_prefix_of_several_names(family: str, name: str, other: str, *, reported: bool) -> None:
    text = PREFIXED.replace("FAMILY", family).replace("NAME", name).replace("OTHER", other)
    message = (
        "parameter Version can't change: Family needs a replacement, which DBParameterGroupName "
        "app-db (parameter Prefix) forbids; make it a constant or leave the name out"
    )
    expected = [("Resources/Group/Properties/Family", message)] if reported else []
    assert report(text, "W9006") == expected
