import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: FARGATE-SPOT}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {CapacityProviders: [FARGATE]}
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service/Properties/CapacityProviderStrategy/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "CapacityProviderStrategy: [{CapacityProvider: !Ref Given, Weight: 1}]",
            [
                (
                    f"{PATH}/CapacityProvider",
                    (
                        "there is no capacity provider FARGATE-SPOT (parameter Given); "
                        "AWS has FARGATE and FARGATE_SPOT"
                    ),
                )
            ],
        ),
        (
            (
                "Cluster: !Ref Cluster, CapacityProviderStrategy: "
                "[{CapacityProvider: !If [IsYes, FARGATE_SPOT, FARGATE], "
                "Weight: 1}]"
            ),
            [
                (
                    f"{PATH}/CapacityProvider/Fn::If/1",
                    "FARGATE_SPOT is not in CapacityProviders of Cluster; add it there",
                )
            ],
        ),
        (
            (
                "Cluster: !Ref Cluster, CapacityProviderStrategy: "
                "[{CapacityProvider: FARGATE, Weight: 1}]"
            ),
            [],
        ),
        (
            (
                "Cluster: other, CapacityProviderStrategy: [{CapacityProvider: "
                "FARGATE_SPOT, Weight: 1}]"
            ),
            [],
        ),
        (
            (
                "Cluster: !Ref Cluster, CapacityProviderStrategy: "
                "[{CapacityProvider: !Ref Any, Weight: 1}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9123") == expected
