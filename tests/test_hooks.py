"""The hooks of pre-commit: this project's own, and the one it offers to others."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from variants import ROOT

from axonflow_cfn.cli import parser

PRE_COMMIT = str(Path(sys.executable).with_name("pre-commit"))


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-manifest", ".pre-commit-hooks.yaml"),
    ],
)
def test_pre_commit_understands(command: str, file: str) -> None:
    ran = subprocess.run(
        [PRE_COMMIT, command, str(ROOT / file)], check=False, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_the_offered_hook_lints_the_files_it_is_given() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    command, *arguments = hook["entry"].split()
    options = parser().parse_args([*arguments, "a.yaml", "b.json"])
    assert (command, options.command) == ("axonflow-cfn", "lint")
    assert options.files == [Path("a.yaml"), Path("b.json")]


def test_the_projects_own_hooks_start_what_the_checks_start() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
    (local,) = config["repos"]
    assert local["repo"] == "local"
    for hook in local["hooks"]:
        program = hook["entry"].split()[0]
        assert program.startswith(".venv/bin/")
        assert Path(sys.executable).with_name(Path(program).name).exists()
