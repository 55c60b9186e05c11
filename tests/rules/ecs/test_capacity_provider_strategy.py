import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: FARGATE}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Mine: {Type: AWS::ECS::CapacityProvider}
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
                "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Base: "
                "1, Weight: 1}, {CapacityProvider: FARGATE_SPOT, Base: 2}]"
            ),
            [
                (
                    f"{PATH}/CapacityProviderStrategy",
                    "more than one provider has a Base; ECS takes it on one only",
                )
            ],
        ),
        (
            (
                "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Base: "
                "1, Weight: 1}, {CapacityProvider: FARGATE_SPOT, Base: 0}]"
            ),
            [],
        ),
        (
            "CapacityProviderStrategy: [{CapacityProvider: FARGATE}]",
            [
                (
                    f"{PATH}/CapacityProviderStrategy",
                    "no provider has a Weight above 0, so none can be used; set one",
                )
            ],
        ),
        (
            (
                "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: "
                "0}, {CapacityProvider: FARGATE_SPOT, Weight: !If [IsYes, 1, "
                "0]}]"
            ),
            [],
        ),
        ("CapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: !Ref Any}]", []),
        (
            (
                "CapacityProviderStrategy: !If [IsYes, [{CapacityProvider: "
                "FARGATE, Weight: 1}, {CapacityProvider: FARGATE, Weight: 2}], "
                "!Ref 'AWS::NoValue']"
            ),
            [
                (
                    f"{PATH}/CapacityProviderStrategy/Fn::If/1",
                    "FARGATE stands in the strategy twice; merge the two",
                )
            ],
        ),
        (
            (
                "CapacityProviderStrategy: [{CapacityProvider: !Ref Given, "
                "Weight: 1}, {CapacityProvider: !Ref Mine, Weight: 1}]"
            ),
            [],
        ),
        (
            (
                "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: "
                "1}, {CapacityProvider: !Ref Mine, Weight: 1}]"
            ),
            [
                (
                    f"{PATH}/CapacityProviderStrategy",
                    (
                        "FARGATE is mixed with ${Mine}; a strategy holds Fargate or "
                        "Auto Scaling group providers, not both"
                    ),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9122") == expected
