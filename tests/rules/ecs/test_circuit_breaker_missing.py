import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 'false'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {@}
"""
PATH = "Resources/Service"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "LaunchType: FARGATE",
            [
                (
                    f"{PATH}/Properties",
                    (
                        "Service has no deployment circuit breaker; a failing "
                        "deployment blocks the stack for hours"
                    ),
                )
            ],
        ),
        (
            (
                "DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: "
                "!Ref Given, Rollback: true}}"
            ),
            [
                (
                    f"{PATH}/Properties/DeploymentConfiguration/DeploymentCircuitBreaker/Enable",
                    (
                        "Service has no deployment circuit breaker; a failing "
                        "deployment blocks the stack for hours"
                    ),
                )
            ],
        ),
        (
            (
                "DeploymentConfiguration: {DeploymentCircuitBreaker: !If "
                "[IsYes, {Enable: true, Rollback: true}, !Ref 'AWS::NoValue']}"
            ),
            [
                (
                    f"{PATH}/Properties/DeploymentConfiguration/DeploymentCircuitBreaker/Fn::If/2",
                    (
                        "Service has no deployment circuit breaker; a failing "
                        "deployment blocks the stack for hours"
                    ),
                )
            ],
        ),
        (
            (
                "DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: "
                "!Ref Any, Rollback: true}}"
            ),
            [],
        ),
        (
            (
                "DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: "
                "true, Rollback: false}}"
            ),
            [],
        ),
        (
            ("DeploymentConfiguration: {Alarms: {Enable: true, Rollback: true, AlarmNames: [x]}}"),
            [],
        ),
        ("DeploymentController: {Type: CODE_DEPLOY}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9125") == expected
