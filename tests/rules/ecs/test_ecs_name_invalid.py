import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: My Port}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{@}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"
LONG = "x" * 256


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("Name: web server", [(f"{PATH}/Name", "Name 'web server' holds ' '; rename it")]),
        ("Name: !Sub '${Any}.web'", [(f"{PATH}/Name", "Name '${Any}.web' holds '.'; rename it")]),
        ("Name: !Sub '${Any}-web_1'", []),
        (
            "PortMappings: [{Name: !Ref Given}]",
            [
                (
                    f"{PATH}/PortMappings/0/Name",
                    "Name 'My Port (parameter Given)' holds 'M'; rename it",
                )
            ],
        ),
        (
            "PortMappings: [{Name: !If [IsYes, -http, http]}]",
            [
                (
                    f"{PATH}/PortMappings/0/Name/Fn::If/1",
                    "Name '-http' starts with a hyphen; rename it",
                )
            ],
        ),
        ("PortMappings: [{Name: !Ref Any}]", []),
        (
            "Name: " + LONG,
            [(f"{PATH}/Name", f"Name '{LONG}' is longer than 255 characters; rename it")],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9119") == expected
