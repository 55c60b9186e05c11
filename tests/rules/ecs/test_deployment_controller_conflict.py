import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: EXTERNAL}
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
                "DeploymentController: {Type: !Ref Given}, "
                "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s]}}"
            ),
            [
                (
                    f"{PATH}/NetworkConfiguration",
                    (
                        "NetworkConfiguration does not go with the EXTERNAL (parameter "
                        "Given) deployment controller; remove it"
                    ),
                )
            ],
        ),
        (
            "DeploymentController: {Type: CODE_DEPLOY}",
            [
                (
                    f"{PATH}/DeploymentController/Type",
                    "CODE_DEPLOY needs LoadBalancers to shift traffic with",
                )
            ],
        ),
        (
            (
                "DeploymentController: {Type: CODE_DEPLOY}, LoadBalancers: "
                "[{ContainerName: web}], DeploymentConfiguration: "
                "{DeploymentCircuitBreaker: {Enable: true, Rollback: true}}"
            ),
            [
                (
                    f"{PATH}/DeploymentConfiguration/DeploymentCircuitBreaker",
                    (
                        "DeploymentCircuitBreaker does not go with the CODE_DEPLOY "
                        "deployment controller; remove it"
                    ),
                )
            ],
        ),
        (
            (
                "DeploymentController: {Type: CODE_DEPLOY}, LoadBalancers: "
                "[{ContainerName: web}], DeploymentConfiguration: "
                "{DeploymentCircuitBreaker: {Enable: false, Rollback: false}}"
            ),
            [],
        ),
        (
            (
                "DeploymentController: {Type: ECS}, DeploymentConfiguration: "
                "{DeploymentCircuitBreaker: {Enable: true, Rollback: true}}"
            ),
            [],
        ),
        (
            (
                "DeploymentController: {Type: !If [IsYes, EXTERNAL, ECS]}, "
                "DeploymentConfiguration: {DeploymentCircuitBreaker: !If "
                "[IsYes, !Ref 'AWS::NoValue', {Enable: true, Rollback: true}]}"
            ),
            [],
        ),
        (
            (
                "DeploymentController: {Type: !If [IsYes, EXTERNAL, ECS]}, "
                "DeploymentConfiguration: {DeploymentCircuitBreaker: !If "
                "[IsYes, {Enable: true, Rollback: true}, !Ref 'AWS::NoValue']}"
            ),
            [
                (
                    f"{PATH}/DeploymentConfiguration/DeploymentCircuitBreaker/Fn::If/1",
                    (
                        "DeploymentCircuitBreaker does not go with the EXTERNAL "
                        "deployment controller; remove it"
                    ),
                )
            ],
        ),
        (
            (
                "DeploymentController: {Type: !Ref Any}, "
                "DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: "
                "true, Rollback: true}}"
            ),
            [],
        ),
        (
            (
                "DeploymentConfiguration: {Strategy: BLUE_GREEN, "
                "CanaryConfiguration: {CanaryPercent: 10}}"
            ),
            [
                (
                    f"{PATH}/DeploymentConfiguration/CanaryConfiguration",
                    "CanaryConfiguration needs the deployment strategy CANARY",
                )
            ],
        ),
        (
            (
                "DeploymentConfiguration: {Strategy: CANARY, "
                "CanaryConfiguration: {CanaryPercent: 10}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9126") == expected
