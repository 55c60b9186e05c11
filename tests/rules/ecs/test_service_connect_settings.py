import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: http}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Namespace: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: internal}}
  Cluster: {Type: AWS::ECS::Cluster}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{PortMappings: [{ContainerPort: 80, Name: http}]}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Task,
        ServiceConnectConfiguration: {@}}
"""
PATH = "Resources/Service/Properties/ServiceConnectConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Enabled: true",
            [
                (
                    f"{PATH}/Enabled",
                    (
                        "Service Connect has no Namespace, and Cluster has no "
                        "ServiceConnectDefaults; give one"
                    ),
                )
            ],
        ),
        ("Enabled: false", []),
        (
            "Enabled: true, Namespace: !If [IsYes, a, !Ref 'AWS::NoValue']",
            [
                (
                    f"{PATH}/Enabled",
                    (
                        "Service Connect has no Namespace, and Cluster has no "
                        "ServiceConnectDefaults; give one"
                    ),
                )
            ],
        ),
        ("Enabled: true, Namespace: !Ref Any", []),
        (
            "Enabled: true, Namespace: !Ref Namespace",
            [(f"{PATH}/Namespace", "${Namespace} is the id of the namespace; use its Arn")],
        ),
        ("Enabled: true, Namespace: !GetAtt Namespace.Arn", []),
        (
            (
                "Enabled: true, Namespace: a, Services: [{PortName: !Ref Given, "
                "Timeout: {PerRequestTimeoutSeconds: 60}}]"
            ),
            [
                (
                    f"{PATH}/Services/0/Timeout/PerRequestTimeoutSeconds",
                    (
                        "http (parameter Given) has no AppProtocol and so is TCP, which "
                        "takes no PerRequestTimeoutSeconds; set AppProtocol or "
                        "IdleTimeoutSeconds"
                    ),
                )
            ],
        ),
        (
            (
                "Enabled: true, Namespace: a, Services: [{PortName: http, "
                "Timeout: {IdleTimeoutSeconds: 60}}]"
            ),
            [],
        ),
        (
            "Enabled: true, Namespace: a, Services: [{DiscoveryName: x}, {DiscoveryName: x}]",
            [
                (
                    f"{PATH}/Services/1/DiscoveryName",
                    "another endpoint has the DiscoveryName x as well",
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9135") == expected
