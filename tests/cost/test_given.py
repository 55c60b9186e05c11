from pathlib import Path

import pytest
from variants import template_data

from axonflow_cfn.cost.given import check_region, read_parameters
from axonflow_cfn.errors import FileError, ParameterError

EIGHT = {"AgentDesiredCount": "8", "EnableExecuteCommand": "false"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "cli.json",
            (
                '[{"ParameterKey": "AgentDesiredCount", "ParameterValue": "8"},'
                ' {"ParameterKey": "EnableExecuteCommand", "ParameterValue": "false"}]'
            ),
        ),
        ("plain.json", '{"AgentDesiredCount": 8, "EnableExecuteCommand": false}'),
        (
            "nested.json",
            '{"Parameters": {"AgentDesiredCount": "8", "EnableExecuteCommand": false}}',
        ),
        ("plain.toml", "AgentDesiredCount = 8\nEnableExecuteCommand = false\n"),
        ("nested.toml", "[Parameters]\nAgentDesiredCount = 8\nEnableExecuteCommand = 'false'\n"),
    ],
)
def test_forms_of_a_file(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(text)
    assert read_parameters(template_data(), file, []) == EIGHT


def test_assignments_win(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text("AgentDesiredCount = 8")
    given = ["AgentDesiredCount=3", "DBPassword=", "AgentDesiredCount=4"]
    assert read_parameters(template_data(), file, given) == {
        "AgentDesiredCount": "4",
        "DBPassword": "",
    }
    assert read_parameters(template_data(), None, []) == {}


@pytest.mark.parametrize(
    ("assignments", "message"),
    [
        (["Agents"], '--set: got "Agents"; give NAME=VALUE such as AgentDesiredCount=8'),
        (["Agents=1"], "Agents is not a parameter of this template"),
        (["AgentDesiredCount=51"], "AgentDesiredCount: Give a whole number from 1 to 50."),
        (
            ["DBInstanceClass=db.t1.micro", "x=", "DBAllocatedStorage=5"],
            (
                "x is not a parameter of this template\n"
                "DBInstanceClass: Choose one of the listed classes.\n"
                "DBAllocatedStorage: Give a whole number of GB from 100 to 399."
            ),
        ),
    ],
)
def test_wrong_assignments(assignments: list[str], message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        read_parameters(template_data(), None, assignments)
    assert str(caught.value) == message


UNLIKE = (
    "holds no parameters; give a table of names and values, or the AWS CLI's list of "
    "ParameterKey and ParameterValue"
)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("p.json", "1", UNLIKE),
        ("p.json", '["a"]', UNLIKE),
        ("p.json", '[{"ParameterKey": "A"}]', UNLIKE),
        (
            "p.json",
            "{",
            "is not a JSON file: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ),
        ("p.toml", "=", "is not a TOML file: Invalid statement (at line 1, column 1)"),
        (
            "p.json",
            '{"AgentDesiredCount": [1]}',
            "AgentDesiredCount: got [1]; allowed: text, a whole number, true or false",
        ),
        (
            "p.toml",
            "AgentDesiredCount = 1.5",
            "AgentDesiredCount: got 1.5; allowed: text, a whole number, true or false",
        ),
    ],
)
def test_wrong_files(tmp_path: Path, name: str, text: str, message: str) -> None:
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(ParameterError) as caught:
        read_parameters(template_data(), file, [])
    assert str(caught.value) == f"{file}: {message}"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_parameters(template_data(), tmp_path / "p.json", [])
    assert str(caught.value) == (
        f"{tmp_path / 'p.json'}: cannot read the parameters: No such file or directory"
    )


@pytest.mark.parametrize("region", ["us-east-1", "us-gov-west-1", "cn-north-1", "ap-southeast-2"])
def test_regions(region: str) -> None:
    check_region(region)


@pytest.mark.parametrize("region", ["", "useast1", "us-east", "US-EAST-1", "us-east-1a"])
def test_what_is_no_region(region: str) -> None:
    with pytest.raises(ParameterError) as caught:
        check_region(region)
    assert str(caught.value) == f'--region: got "{region}"; give a region such as eu-central-1'
