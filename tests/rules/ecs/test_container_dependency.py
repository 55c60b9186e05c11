import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: cache}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "!Ref Given, Condition: START}]}, {Name: db, Image: x}]"
            ),
            [
                (
                    f"{PATH}/0/DependsOn/0/ContainerName",
                    ("no container of Task is named 'cache (parameter Given)'; it has db, web"),
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: HEALTHY}]}, {Name: db, Image: x}]"
            ),
            [
                (
                    f"{PATH}/0/DependsOn/0/Condition",
                    ("db has no HealthCheck and so never gets HEALTHY; add one or wait for START"),
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: HEALTHY}]}, {Name: db, HealthCheck: {Command: "
                "[CMD, x]}}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: !If [IsYes, COMPLETE, START]}]}, {Name: db, "
                "Essential: true}]"
            ),
            [
                (
                    f"{PATH}/0/DependsOn/0/Condition/Fn::If/1",
                    (
                        "db is essential, so the task ends with it; set its Essential "
                        "to false to wait for COMPLETE"
                    ),
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: SUCCESS}]}, {Name: db, Essential: false}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: SUCCESS}]}, {Name: db, Essential: !Ref Any}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: START}]}, {Name: db, DependsOn: "
                "[{ContainerName: web, Condition: START}]}]"
            ),
            [
                (f"{PATH}/0/DependsOn/0/ContainerName", "web and db wait for each other"),
                (f"{PATH}/1/DependsOn/0/ContainerName", "db and web wait for each other"),
            ],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "!Ref Any, Condition: HEALTHY}]}, {Name: db, Image: x}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "db, Condition: START}]}, {Name: !Ref Any}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{Name: web, DependsOn: [{ContainerName: "
                "web, Condition: START}]}]"
            ),
            [(f"{PATH}/0/DependsOn/0/ContainerName", "web and web wait for each other")],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9116") == expected
