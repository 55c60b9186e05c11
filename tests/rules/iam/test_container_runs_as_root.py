import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Id: {Type: String, Default: '0'}
"""
RESOURCES = """  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, Image: 'web:1', BODY}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/User"
MESSAGE = "User {} is root; give the id of an ordinary user of the image"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("User: '0'", [(PATH, MESSAGE.format("0"))]),
        ("User: 0", [(PATH, MESSAGE.format("0"))]),
        ("User: 'root:root'", [(PATH, MESSAGE.format("root:root"))]),
        ("User: !Ref Id", [(PATH, MESSAGE.format("0 (parameter Id)"))]),
        (
            "User: !If [IsUsed, '0:1000', '1000']",
            [(f"{PATH}/Fn::If/1", MESSAGE.format("0:1000"))],
        ),
        ("User: '1000:0'", []),
        ("User: !Ref Any", []),
        ("Memory: 512", []),
        # Prepares a volume and ends; needs root.
        ("User: '0', Essential: false", []),
        ("User: '0', FirelensConfiguration: {Type: fluentbit}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9558") == expected
