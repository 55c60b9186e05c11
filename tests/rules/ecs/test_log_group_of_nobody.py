import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Free: {Type: String}
  Outside: {Type: String, Default: /shop/dev/outside}
"""
RESOURCES = """  Logs:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: NAME}
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration: {LogDriver: awslogs, Options: {awslogs-group: !Ref Logs}}
  Worker:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: worker
          Image: worker:1
          LogConfiguration: {LogDriver: awslogs, Options: {BODY}}
"""
PATH = "Resources/Worker/Properties/ContainerDefinitions/0/LogConfiguration/Options/awslogs-group"


def message(name: str) -> str:
    return f"nothing creates the log group {name}, as Logs is created; tasks can't start without it"


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        (
            "/shop/dev/web",
            "awslogs-group: /shop/dev/worker",
            [(PATH, message("/shop/dev/worker"))],
        ),
        (
            "!Sub '/shop/${Stage}/web'",
            "awslogs-group: !Sub '/shop/${Stage}/worker'",
            [
                (PATH, message("/shop/dev/worker (parameter Stage)")),
                (PATH, message("/shop/prod/worker (parameter Stage)")),
            ],
        ),
        (
            "!Sub '/shop/${Free}/web'",
            "awslogs-group: !Join ['', [/shop/, !Ref Free, /worker]]",
            [(PATH, message("/shop/${Free}/worker"))],
        ),
        (
            "/ecs/shop-dev-web",
            "awslogs-group: /ecs/shop-dev-worker, awslogs-create-group: 'false'",
            [(PATH, message("/ecs/shop-dev-worker"))],
        ),
        (
            "/shop/dev/web",
            "awslogs-group: !If [IsUsed, !Ref Logs, /shop/dev/worker]",
            [(f"{PATH}/Fn::If/2", message("/shop/dev/worker"))],
        ),
        # Created, or by the driver, or elsewhere, or not known.
        ("/shop/dev/web", "awslogs-group: /shop/dev/web", []),
        ("/shop/dev/web", "awslogs-group: /shop/dev/worker, awslogs-create-group: 'true'", []),
        ("/shop/dev/web", "awslogs-group: /shop/dev/worker, awslogs-create-group: !Ref Any", []),
        ("/shop/dev/web", "awslogs-group: !Ref Outside", []),
        ("/shop/dev/web", "awslogs-group: !Ref Free", []),
        ("/shop/dev/web", "awslogs-group: !ImportValue group", []),
        ("/shop/dev/web", "awslogs-group: /platform/dev/worker", []),
        ("/ecs/web", "awslogs-group: /ecs/worker", []),
        ("/ecs/web-api", "awslogs-group: /ecs/web-worker", []),
        ("/ecs/web-api", "awslogs-group: /ecs/web-api-worker", []),
        ("/aws/ecs/shop/web", "awslogs-group: /aws/ecs/shop/worker", []),
        ("!Sub '/shop/dev/${Free}'", "awslogs-group: /shop/dev/worker", []),
        (
            "!Sub '/shop/${AWS::StackName}/web'",
            "awslogs-group: !Sub '/shop/${AWS::StackName}/worker'",
            [],
        ),
    ],
)
def test_cases(name: str, body: str, expected: list[tuple[str, str]]) -> None:
    text = template(RESOURCES.replace("NAME", name), body, PARAMETERS)
    assert report(text, "W9162") == expected


def test_groups_that_no_task_uses_do_not_count() -> None:
    text = template(RESOURCES, "awslogs-group: /shop/dev/worker").replace("!Ref Logs", "/other")
    assert report(text.replace("NAME", "/shop/dev/web"), "W9162") == []
