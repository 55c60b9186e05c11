import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: x}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {RequiresCompatibilities: [FARGATE], @}
"""
PATH = "Resources/Task"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs}}]",
            [
                (
                    f"{PATH}/Properties",
                    "the awslogs driver on Fargate needs ExecutionRoleArn; set it",
                )
            ],
        ),
        (
            "ContainerDefinitions: [{Secrets: [{Name: A, ValueFrom: !Ref Given}]}]",
            [
                (
                    f"{PATH}/Properties",
                    "a container secret on Fargate needs ExecutionRoleArn; set it",
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{Image: !Sub "
                "'${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/web:1'}]"
            ),
            [
                (
                    f"{PATH}/Properties",
                    "a private ECR image on Fargate needs ExecutionRoleArn; set it",
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !If [IsYes, x, !Ref 'AWS::NoValue'], "
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: !If "
                "[IsYes, awslogs, splunk]}}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !If [IsYes, x, !Ref 'AWS::NoValue'], "
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: "
                "awslogs}}]"
            ),
            [
                (
                    f"{PATH}/Properties/ExecutionRoleArn/Fn::If/2",
                    "the awslogs driver on Fargate needs ExecutionRoleArn; set it",
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !Ref Any, ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs}}]"
            ),
            [],
        ),
        (
            ("ContainerDefinitions: [{LogConfiguration: {LogDriver: !Ref Any}, Image: 'nginx:1'}]"),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9141") == expected
