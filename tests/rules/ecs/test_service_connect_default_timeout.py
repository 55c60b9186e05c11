import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: http}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{PortMappings: [{ContainerPort: 80, Name: http,
        AppProtocol: http}, {ContainerPort: 81, Name: tcp}]}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, @}
"""
PATH = "Resources/Service/Properties/ServiceConnectConfiguration/Services/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: !Ref Given}]}",
            [
                (
                    f"{PATH}/PortName",
                    (
                        "requests to http (parameter Given) (http) end after 15 "
                        "seconds; set Timeout.PerRequestTimeoutSeconds"
                    ),
                )
            ],
        ),
        (
            (
                "ServiceConnectConfiguration: {Enabled: true, Services: "
                "[{PortName: http, Timeout: !If [IsYes, "
                "{PerRequestTimeoutSeconds: 60}, !Ref 'AWS::NoValue']}]}"
            ),
            [
                (
                    f"{PATH}/PortName",
                    (
                        "requests to http (http) end after 15 seconds; set "
                        "Timeout.PerRequestTimeoutSeconds"
                    ),
                )
            ],
        ),
        (
            (
                "ServiceConnectConfiguration: {Enabled: true, Services: "
                "[{PortName: http, Timeout: {PerRequestTimeoutSeconds: 0}}]}"
            ),
            [],
        ),
        (
            (
                "ServiceConnectConfiguration: {Enabled: true, Services: "
                "[{PortName: http, Timeout: {IdleTimeoutSeconds: 60}}]}"
            ),
            [
                (
                    f"{PATH}/PortName",
                    (
                        "requests to http (http) end after 15 seconds; set "
                        "Timeout.PerRequestTimeoutSeconds"
                    ),
                )
            ],
        ),
        ("ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: tcp}]}", []),
        ("ServiceConnectConfiguration: {Enabled: true, Services: [{PortName: !Ref Any}]}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9134") == expected
