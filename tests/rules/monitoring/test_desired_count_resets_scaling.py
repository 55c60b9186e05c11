import pytest
from linting import report

HEAD = """
Parameters: {Count: {Type: Number, Default: 5}, First: {Type: String}}
Conditions: {IsFirst: !Equals [!Ref First, 'yes']}
Resources:
  Service: {Type: AWS::ECS::Service, Properties: {%s}}
  Other: {Type: AWS::ECS::Service, Properties: {}}
  Running: {Type: Custom::Running, Properties: {ServiceToken: arn}}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ResourceId: %s}
"""
PATH = "Resources/Service/Properties/DesiredCount"
OWN = "!Sub 'service/main/${Service.Name}'"
JOINED = "!Join [/, [service, main, !GetAtt Service.Name]]"


def message(count: str) -> str:
    return (
        f"DesiredCount {count} is sent at every update and undoes scaling; leave it out, "
        "MinCapacity sets the start"
    )


@pytest.mark.parametrize(
    ("properties", "target", "expected"),
    [
        ("DesiredCount: 2", OWN, [(PATH, message("2"))]),
        ("DesiredCount: !Ref Count", JOINED, [(PATH, message("5 (parameter Count)"))]),
        ("DesiredCount: !If [IsFirst, 1, 9]", OWN, [(PATH, message("1"))]),
        ("DesiredCount: !If [IsFirst, 1, !Ref AWS::NoValue]", OWN, []),
        ("DesiredCount: !GetAtt Running.Count", OWN, []),
        ("LaunchType: FARGATE", OWN, []),
        ("DesiredCount: 2", "!Sub 'service/main/${Other.Name}'", []),
        ("DesiredCount: 2", "service/main/typed-by-hand", []),
    ],
)
def test_cases(properties: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % (properties, target), "W9801") == expected
