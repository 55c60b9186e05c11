import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: service/main/web}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: main}}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, ServiceName: web}}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    @
"""
PATH = "Resources/Target/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Properties: {ServiceNamespace: ecs, ResourceId: !Ref Given}",
            [
                (
                    f"{PATH}/ResourceId",
                    ("the target does not wait for Service; write ${Service.Name} into ResourceId"),
                )
            ],
        ),
        (
            (
                "Properties: {ServiceNamespace: ecs, ResourceId: !If [IsYes, "
                "service/main/web, service/main/other]}"
            ),
            [
                (
                    f"{PATH}/ResourceId/Fn::If/1",
                    ("the target does not wait for Service; write ${Service.Name} into ResourceId"),
                )
            ],
        ),
        (
            (
                "Properties: {ServiceNamespace: ecs, ResourceId: !Sub "
                "'service/main/${Service.Name}'}"
            ),
            [],
        ),
        (
            (
                "DependsOn: Service\n    Properties: {ServiceNamespace: ecs, "
                "ResourceId: service/main/web}"
            ),
            [],
        ),
        ("Properties: {ServiceNamespace: ecs, ResourceId: !Ref Any}", []),
        ("Properties: {ServiceNamespace: ecs, ResourceId: service/main/other}", []),
        ("Properties: {ServiceNamespace: ecs, ResourceId: service/elsewhere/web}", []),
        (
            "Properties: {ServiceNamespace: ecs, ResourceId: !Sub 'service/${Cluster}/web'}",
            [
                (
                    f"{PATH}/ResourceId",
                    ("the target does not wait for Service; write ${Service.Name} into ResourceId"),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9823") == expected
