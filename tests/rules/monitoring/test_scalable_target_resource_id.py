import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: web}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Other: {Type: AWS::ECS::Cluster}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster}}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ServiceNamespace: ecs, ResourceId: @}
"""
PATH = "Resources/Target/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "!Sub 'service/${Cluster}/${Service}'",
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId service/${Cluster}/${Service} holds an ARN "
                        "(${Service}); the name is ${Service.Name}; write "
                        "service/<cluster name>/<service name>"
                    ),
                )
            ],
        ),
        ("!Join ['/', [service, !Ref Cluster, !GetAtt Service.Name]]", []),
        (
            "!Sub 'service/${Cluster.Arn}/${Service.Name}'",
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId service/${Cluster.Arn}/${Service.Name} holds an ARN "
                        "(${Cluster.Arn}); the name is ${Cluster}; write "
                        "service/<cluster name>/<service name>"
                    ),
                )
            ],
        ),
        (
            "!Sub 'service/${Other}/${Service.Name}'",
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId service/${Other}/${Service.Name} names the cluster "
                        "Other, but Service runs in Cluster; write service/<cluster "
                        "name>/<service name>"
                    ),
                )
            ],
        ),
        (
            (
                "!If [IsYes, !Sub 'service/${Cluster}/${Service.Name}', !Sub "
                "'${Cluster}/${Service.Name}']"
            ),
            [
                (
                    f"{PATH}/ResourceId/Fn::If/2",
                    (
                        "ResourceId ${Cluster}/${Service.Name} has 2 segments instead "
                        "of 3; write service/<cluster name>/<service name>"
                    ),
                )
            ],
        ),
        (
            "!Ref Given",
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId web (parameter Given) does not start with service/; "
                        "write service/<cluster name>/<service name>"
                    ),
                )
            ],
        ),
        ("!Ref Any", []),
        ("!Sub 'service/${Any}/${Service.Name}'", []),
        ("service/main/web", []),
        (
            "!GetAtt Service.Name",
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId ${Service.Name} has 1 segments instead of 3; write "
                        "service/<cluster name>/<service name>"
                    ),
                )
            ],
        ),
        (
            "!Sub 'service/${Cluster}/x/${Service.Name}'",
            [
                (
                    f"{PATH}/ResourceId",
                    (
                        "ResourceId service/${Cluster}/x/${Service.Name} has 4 segments "
                        "instead of 3; write service/<cluster name>/<service name>"
                    ),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9812") == expected
