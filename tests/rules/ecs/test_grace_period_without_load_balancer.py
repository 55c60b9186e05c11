import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 60}
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
            "HealthCheckGracePeriodSeconds: !Ref Given",
            [
                (
                    f"{PATH}/HealthCheckGracePeriodSeconds",
                    (
                        "Service has no load balancer; remove the grace period and use "
                        "StartPeriod of the container health check"
                    ),
                )
            ],
        ),
        (
            "HealthCheckGracePeriodSeconds: 60, LoadBalancers: []",
            [
                (
                    f"{PATH}/HealthCheckGracePeriodSeconds",
                    (
                        "Service has no load balancer; remove the grace period and use "
                        "StartPeriod of the container health check"
                    ),
                )
            ],
        ),
        (
            (
                "HealthCheckGracePeriodSeconds: 60, LoadBalancers: !If [IsYes, "
                "[{ContainerName: web}], !Ref 'AWS::NoValue']"
            ),
            [
                (
                    f"{PATH}/HealthCheckGracePeriodSeconds",
                    (
                        "Service has no load balancer; remove the grace period and use "
                        "StartPeriod of the container health check"
                    ),
                )
            ],
        ),
        (
            (
                "HealthCheckGracePeriodSeconds: !If [IsYes, 60, !Ref "
                "'AWS::NoValue'], LoadBalancers: !If [IsYes, [{ContainerName: "
                "web}], !Ref 'AWS::NoValue']"
            ),
            [],
        ),
        ("HealthCheckGracePeriodSeconds: 0", []),
        ("HealthCheckGracePeriodSeconds: !Ref Any", []),
        ("HealthCheckGracePeriodSeconds: 60, LoadBalancers: !Ref Any", []),
        ("HealthCheckGracePeriodSeconds: 60, VpcLatticeConfigurations: [{PortName: http}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9127") == expected
