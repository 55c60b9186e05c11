import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 301}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{HealthCheck: {Interval: 4, Timeout: 61, Retries: 11, "
                "StartPeriod: !Ref Given}}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/HealthCheck/Interval",
                    "Interval is 4; ECS takes 5 to 300 seconds",
                ),
                (
                    f"{PATH}/ContainerDefinitions/0/HealthCheck/Retries",
                    "Retries is 11; ECS takes 1 to 10",
                ),
                (
                    f"{PATH}/ContainerDefinitions/0/HealthCheck/StartPeriod",
                    "StartPeriod is 301 (parameter Given); ECS takes 0 to 300 seconds",
                ),
                (
                    f"{PATH}/ContainerDefinitions/0/HealthCheck/Timeout",
                    "Timeout is 61; ECS takes 2 to 60 seconds",
                ),
            ],
        ),
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{StopTimeout: !If [IsYes, 121, 120]}]"
            ),
            [
                (
                    f"{PATH}/ContainerDefinitions/0/StopTimeout/Fn::If/1",
                    "StopTimeout is 121; ECS takes 0 to 120 seconds on Fargate",
                )
            ],
        ),
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{Memory: 5, PortMappings: [{ContainerPort: 0}, "
                "{ContainerPort: 65536}]}]"
            ),
            [
                (f"{PATH}/ContainerDefinitions/0/Memory", "Memory is 5; ECS takes at least 6 MiB"),
                (
                    f"{PATH}/ContainerDefinitions/0/PortMappings/0/ContainerPort",
                    "ContainerPort is 0; ECS takes 1 to 65535",
                ),
                (
                    f"{PATH}/ContainerDefinitions/0/PortMappings/1/ContainerPort",
                    "ContainerPort is 65536; ECS takes 1 to 65535",
                ),
            ],
        ),
        (
            "RequiresCompatibilities: [FARGATE], EphemeralStorage: {SizeInGiB: 20}",
            [(f"{PATH}/EphemeralStorage/SizeInGiB", "SizeInGiB is 20; ECS takes 21 to 200 GiB")],
        ),
        ("RequiresCompatibilities: [FARGATE], EphemeralStorage: {SizeInGiB: 200}", []),
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{HealthCheck: {Interval: 5, Timeout: 60, Retries: 10, "
                "StartPeriod: 300}}]"
            ),
            [],
        ),
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{HealthCheck: {Interval: !Ref Any}}]"
            ),
            [],
        ),
        ("RequiresCompatibilities: [EC2], ContainerDefinitions: [{StopTimeout: 600}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9110") == expected
