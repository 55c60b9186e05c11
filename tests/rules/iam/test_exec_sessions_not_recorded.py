import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Log: {Type: String, Default: NONE, AllowedValues: [NONE, DEFAULT]}
"""
RESOURCES = """  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {Configuration: {ExecuteCommandConfiguration: {LOGGING}}}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, BODY}}
  Other: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, BODY}}
"""
PATH = "Resources/Cluster/Properties/Configuration/ExecuteCommandConfiguration/Logging"
ON = "EnableExecuteCommand: true"


@pytest.mark.parametrize(
    ("logging", "body", "end", "shown"),
    [
        ("Logging: NONE", ON, "", "NONE"),
        ("Logging: NONE", "EnableExecuteCommand: !If [IsUsed, true, false]", "", "NONE"),
        ("Logging: !If [IsUsed, NONE, DEFAULT]", ON, "/Fn::If/1", "NONE"),
        ("Logging: !Ref Log", ON, "", "NONE (parameter Log)"),
        (
            "Logging: !If [IsUsed, NONE, DEFAULT]",
            "EnableExecuteCommand: !If [IsUsed, false, true]",
            None,
            "",
        ),
        ("Logging: NONE", "EnableExecuteCommand: false", None, ""),
        ("Logging: NONE", "EnableExecuteCommand: !Ref Any", None, ""),
        ("Logging: NONE", "LaunchType: FARGATE", None, ""),
        ("Logging: !Ref Any", ON, None, ""),
        ("Logging: DEFAULT", ON, None, ""),
        ("KmsKeyId: !Ref Any", ON, None, ""),
    ],
)
def test_cases(logging: str, body: str, end: str | None, shown: str) -> None:
    message = (
        f"Logging {shown} keeps no record of the sessions that Service allows; set it to DEFAULT "
        "or OVERRIDE"
    )
    found = report(template(RESOURCES.replace("LOGGING", logging), body, PARAMETERS), "W9552")
    assert found == ([(PATH + end, message)] if end is not None else [])


def test_a_cluster_of_another_template() -> None:
    resources = RESOURCES.replace("Cluster: !Ref Cluster", "Cluster: !Ref Any")
    assert report(template(resources.replace("LOGGING", "Logging: NONE"), ON), "W9552") == []
