import pytest
from linting import report

HEAD = """
Parameters:
  Command: {Type: CommaDelimitedList, Default: 'curl,localhost'}
  Word: {Type: String}
Conditions: {Shell: !Equals [!Ref Word, shell]}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, HealthCheck: {Command: %s}}]
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/HealthCheck/Command"


def message(word: str) -> str:
    return f"Command starts with '{word}'; ECS expects CMD or CMD-SHELL first, then what to run"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("[curl, -f, localhost]", [(f"{PATH}/0", message("curl"))]),
        ("[cmd-shell, curl]", [(f"{PATH}/0", message("cmd-shell"))]),
        ("!If [Shell, [CMD-SHELL, x], [x]]", [(f"{PATH}/Fn::If/2/0", message("x"))]),
        ("[!If [Shell, CMD-SHELL, !Ref 'AWS::NoValue'], x]", [(f"{PATH}/1", message("x"))]),
        ("!Ref Command", [(f"{PATH}/0", message("curl (parameter Command)"))]),
        ("[CMD-SHELL, curl]", []),
        ("[CMD, curl]", []),
        ("[NONE]", []),
        ("[]", []),
        ("[!Ref Word, curl]", []),
        ("!Split [' ', !Ref Word]", []),
    ],
)
def test_cases(command: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % command, "E9102") == expected
