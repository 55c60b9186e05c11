import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: DAEMON}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "SchedulingStrategy: !Ref Given, DesiredCount: 1",
            [(f"{PATH}/DesiredCount", "DesiredCount is not taken by a DAEMON service")],
        ),
        (
            (
                "SchedulingStrategy: !If [IsYes, DAEMON, REPLICA], "
                "DesiredCount: !If [IsYes, !Ref 'AWS::NoValue', 1]"
            ),
            [],
        ),
        (
            (
                "SchedulingStrategy: !If [IsYes, DAEMON, REPLICA], "
                "DesiredCount: !If [IsYes, 1, !Ref 'AWS::NoValue']"
            ),
            [(f"{PATH}/DesiredCount/Fn::If/1", "DesiredCount is not taken by a DAEMON service")],
        ),
        (
            (
                "SchedulingStrategy: DAEMON, CapacityProviderStrategy: "
                "[{CapacityProvider: FARGATE_SPOT}]"
            ),
            [
                (
                    f"{PATH}/CapacityProviderStrategy/0/CapacityProvider",
                    "a DAEMON service can't run on FARGATE_SPOT",
                )
            ],
        ),
        ("SchedulingStrategy: REPLICA, DesiredCount: 1", []),
        ("SchedulingStrategy: DAEMON", []),
        ("SchedulingStrategy: !Ref Any, DesiredCount: 1", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9156") == expected
