"""The same input gives the same bytes, whatever the process around it is like."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from variants import ROOT

from axonflow_cfn import build_template, load_config, render_template

TEMPLATE = "axonflow-marketplace.{}"
CONFIG = str(ROOT / "axonflow.toml")


def built(python: str, form: str, **options: object) -> bytes:
    """What the command prints in a fresh process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.update({k: str(v) for k, v in options.items() if k.isupper()})
    ran = subprocess.run(
        [python, "-m", "axonflow_cfn", "build", "--config", CONFIG, "--format", form],
        check=True,
        capture_output=True,
        cwd=str(options.get("cwd", ROOT)),
        env=environment,
    )
    assert ran.stderr == b""
    return ran.stdout


@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": 0},
        {"PYTHONHASHSEED": 1},
        {"PYTHONHASHSEED": 4_294_967_295},
        {"LC_ALL": "C", "PYTHONUTF8": 0, "PYTHONCOERCECLOCALE": 0},
        {"LC_ALL": "C.UTF-8"},
        {"PYTHONIOENCODING": "utf-16"},
        {"TZ": "Asia/Kathmandu", "SOURCE_DATE_EPOCH": 0},
        {"PYTHONOPTIMIZE": 2},
        {"cwd": "/"},
    ],
    ids=str,
)
def test_surroundings_change_nothing(
    form: str, surroundings: dict[str, object], committed: Path
) -> None:
    expected = (committed / TEMPLATE.format(form)).read_bytes()
    assert built(sys.executable, form, **surroundings) == expected


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_text_beyond_ascii_is_utf_8_in_every_locale(encoding: str, tmp_path: Path) -> None:
    config = tmp_path / "axonflow.toml"
    config.write_text('agent.environment.GREETING = "grüß dich, 世界"', encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "axonflow_cfn", "build", "--config", str(config)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert ran.stdout == render_template(build_template(load_config(config))).encode()
    assert "grüß dich, 世界".encode() in ran.stdout


def other_pythons() -> list[str]:
    """Interpreters of other supported minor versions on this machine, one each."""
    found: dict[str, str] = {}
    folders = [Path(folder) for folder in os.environ["PATH"].split(os.pathsep)]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    folders += sorted(pyenv.glob("versions/*/bin"))
    for folder, minor in itertools.product(folders, range(11, 20)):
        if minor != sys.version_info.minor and (
            name := shutil.which(f"python3.{minor}", path=folder)
        ):
            asked = subprocess.run(
                [name, "-c", "import sys; print(sys.version_info.minor)"],
                check=False,
                capture_output=True,
                text=True,
            )
            if asked.stdout.strip() == str(minor):  # a version manager's stand-in may answer not
                found.setdefault(f"python3.{minor}", name)
    return list(found.values())


@pytest.mark.verify
def test_every_python_makes_the_same_bytes(tmp_path: Path, committed: Path) -> None:
    """With the locked dependencies, installed for each from their hashes."""
    pythons = other_pythons()
    for number, python in enumerate(pythons):
        environment = tmp_path / str(number)
        subprocess.run([python, "-m", "venv", str(environment)], check=True)
        local = str(environment / "bin/python")
        install = [local, "-m", "pip", "--quiet", "install", "--require-hashes", "-r"]
        subprocess.run([*install, str(ROOT / "requirements.lock")], check=True)
        for form in ("yaml", "json"):
            expected = (committed / TEMPLATE.format(form)).read_bytes()
            assert built(local, form) == expected, python
    assert pythons, "no other Python 3.11 or newer is on this machine"
