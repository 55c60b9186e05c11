import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: FARGATE}
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
            (
                "LaunchType: !Ref Given, CapacityProviderStrategy: "
                "[{CapacityProvider: FARGATE, Weight: 1}]"
            ),
            [
                (
                    f"{PATH}/LaunchType",
                    (
                        "LaunchType FARGATE (parameter Given) stands beside a "
                        "CapacityProviderStrategy; remove one of them"
                    ),
                )
            ],
        ),
        (
            (
                "LaunchType: !If [IsYes, FARGATE, !Ref 'AWS::NoValue'], "
                "CapacityProviderStrategy: !If [IsYes, !Ref 'AWS::NoValue', "
                "[{CapacityProvider: FARGATE}]]"
            ),
            [],
        ),
        (
            (
                "LaunchType: !If [IsYes, FARGATE, !Ref 'AWS::NoValue'], "
                "CapacityProviderStrategy: !If [IsYes, [{CapacityProvider: "
                "FARGATE}], !Ref 'AWS::NoValue']"
            ),
            [
                (
                    f"{PATH}/LaunchType/Fn::If/1",
                    (
                        "LaunchType FARGATE stands beside a CapacityProviderStrategy; "
                        "remove one of them"
                    ),
                )
            ],
        ),
        ("LaunchType: FARGATE, CapacityProviderStrategy: []", []),
        ("CapacityProviderStrategy: [{CapacityProvider: FARGATE}]", []),
        ("LaunchType: FARGATE, CapacityProviderStrategy: !Ref Any", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9121") == expected
