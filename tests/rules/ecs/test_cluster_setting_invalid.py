import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 'on'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {@}
"""
PATH = "Resources/Cluster/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ClusterSettings: [{Name: containerInsights, Value: !Ref Given}]",
            [
                (
                    f"{PATH}/ClusterSettings/0/Value",
                    (
                        "containerInsights is on (parameter Given); it is enabled, "
                        "enhanced or disabled"
                    ),
                )
            ],
        ),
        (
            "ClusterSettings: [{Name: ContainerInsights, Value: enabled}]",
            [
                (
                    f"{PATH}/ClusterSettings/0/Name",
                    "there is no setting ContainerInsights, only containerInsights",
                )
            ],
        ),
        (
            "ClusterSettings: [{Name: containerInsights, Value: !If [IsYes, enabled, 'yes']}]",
            [
                (
                    f"{PATH}/ClusterSettings/0/Value/Fn::If/2",
                    "containerInsights is yes; it is enabled, enhanced or disabled",
                )
            ],
        ),
        ("ClusterSettings: [{Name: containerInsights, Value: enhanced}]", []),
        ("ClusterSettings: [{Name: containerInsights, Value: !Ref Any}]", []),
        (
            "Configuration: {ExecuteCommandConfiguration: {Logging: OVERRIDE}}",
            [
                (
                    f"{PATH}/Configuration/ExecuteCommandConfiguration/Logging",
                    "Logging OVERRIDE needs a LogConfiguration",
                )
            ],
        ),
        (
            (
                "Configuration: {ExecuteCommandConfiguration: {Logging: "
                "OVERRIDE, LogConfiguration: {S3BucketName: x}}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9152") == expected
