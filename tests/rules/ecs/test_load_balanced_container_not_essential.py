import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 'false'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, @}, {Name: other}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, LoadBalancers: [{ContainerName: web,
        ContainerPort: 80}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Essential: !Ref Given",
            [
                (
                    f"{PATH}/Essential",
                    "web serves a load balancer; without it the task goes on, unreachable",
                )
            ],
        ),
        (
            "Essential: !If [IsYes, false, true]",
            [
                (
                    f"{PATH}/Essential/Fn::If/1",
                    "web serves a load balancer; without it the task goes on, unreachable",
                )
            ],
        ),
        ("Essential: true", []),
        ("Image: x", []),
        ("Essential: !Ref Any", []),
        ("Essential: false, RestartPolicy: {Enabled: true}", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9147") == expected
