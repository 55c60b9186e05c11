"""The command: what it prints, how it exits, and how each kind of bad input ends."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from troposphere import Template
from troposphere.sqs import Queue

import axonflow_cfn.commands
import axonflow_cfn.package
from axonflow_cfn import (
    AgentConfig,
    TemplateConfig,
    __version__,
    build_template,
    render_template,
    to_data,
)
from axonflow_cfn.cli import main
from axonflow_cfn.config import config_schema
from axonflow_cfn.render import to_yaml

NAMES = ["SHA256SUMS", "axonflow-marketplace.json", "axonflow-marketplace.yaml"]
COMMAND = [sys.executable, "-m", "axonflow_cfn"]


@pytest.fixture(autouse=True)
def _folder_of_its_own(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run each test where there is no axonflow.toml, and no verdict is remembered."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    # Buffered, as for users: then a full or closed standard output shows as late as it can.
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **options}
    return subprocess.run([*COMMAND, *arguments], check=False, **options)


def yaml_of(config: TemplateConfig) -> str:
    return render_template(build_template(config))


# --- what it does ---------------------------------------------------------------------------------


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"axonflow-cfn {__version__}\n")
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "Exit status: 0 good, 1 findings or differences, 2 wrong use or failure." in shown


def test_python_m_is_the_command() -> None:
    assert run("--version").stdout == f"axonflow-cfn {__version__}\n"


def test_build_prints_the_published_template(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["build"]) == 0
    assert capsysbinary.readouterr() == (yaml_of(TemplateConfig()).encode(), b"")


def test_build_writes_a_file_and_says_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--format", "json", "-o", "new/out.json"]) == 0
    expected = render_template(build_template(TemplateConfig()), "json")
    assert (tmp_path / "new/out.json").read_text() == expected
    assert capsys.readouterr() == ("", "")


def test_build_reads_the_working_directorys_config(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "axonflow.toml").write_text('version = "7.7.7"')
    assert main(["build"]) == 0
    assert capsysbinary.readouterr().out.decode() == yaml_of(TemplateConfig(version="7.7.7"))


def test_build_reads_the_named_config(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "axonflow.toml").write_text("never read")
    (tmp_path / "other.toml").write_text('version = "7.7.7"')
    assert main(["build", "--config", "other.toml"]) == 0
    assert capsysbinary.readouterr().out.decode() == yaml_of(TemplateConfig(version="7.7.7"))


def test_package_writes_the_three_files(
    tmp_path: Path, committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["package", "-d", "release"]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "release").iterdir()}
    assert written == {path.name: path.read_bytes() for path in committed.iterdir()}
    sizes = {name: f"{len(content):,}" for name, content in written.items()}
    assert capsys.readouterr().out == (
        f"release/axonflow-marketplace.yaml  {sizes['axonflow-marketplace.yaml']} bytes\n"
        f"release/axonflow-marketplace.json  {sizes['axonflow-marketplace.json']} bytes\n"
        f"release/SHA256SUMS  {sizes['SHA256SUMS']} bytes\n"
    )


def test_schema_is_the_configs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == config_schema()


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "axonflow-cfn" in capsys.readouterr().out


def test_bash_accepts_its_completion(tmp_path: Path) -> None:
    (tmp_path / "completion").write_text(run("completion", "bash").stdout)
    check = f"source {tmp_path / 'completion'} && complete -p axonflow-cfn"
    ran = subprocess.run(["bash", "-c", check], check=True, capture_output=True, text=True)
    assert "axonflow-cfn" in ran.stdout


BAD = "Resources: {Bucket: {Type: AWS::S3::Buckets, DeletionPolicy: Delete, UpdateReplacePolicy: Delete}}"
CLEAN = "Resources: {Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}}"


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "pretty"])
def test_lint_in_each_format(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clean.yaml").write_text(CLEAN)
    (tmp_path / "bad.yaml").write_text(BAD)
    assert main(["lint", "--format", form, "clean.yaml"]) == 0
    clean, said = capsys.readouterr()
    assert said == ""
    assert main(["lint", "--format", form, "clean.yaml", "bad.yaml"]) == 1
    bad, said = capsys.readouterr()
    assert said == ""
    if form == "json":
        assert clean == "[]\n"
        assert [(item["Filename"], item["Rule"]["Id"]) for item in json.loads(bad)] == [
            ("bad.yaml", "E3006")
        ] * 3
    elif form == "sarif":
        assert json.loads(clean)["runs"][0]["results"] == []
        assert {item["ruleId"] for item in json.loads(bad)["runs"][0]["results"]} == {"E3006"}
    elif form == "junit":
        failures = [ET.fromstring(text).findall(".//failure") for text in (clean, bad)]  # noqa: S314 our own output
        assert [len(found) for found in failures] == [0, 3]
    else:
        assert "E3006" not in clean
        assert "E3006" in bad


def test_lint_strict_reports_the_validator_in_the_same_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.yaml").write_text(BAD)
    assert main(["lint", "--strict", "--format", "json", "bad.yaml"]) == 1
    found = {item["Rule"]["Id"] for item in json.loads(capsys.readouterr().out)}
    assert found == {"E3006", "CFV-F3006"}


# --- wrong use and bad input: one sentence, exit 2, nothing written ------------------------------


@pytest.mark.parametrize(
    ("arguments", "last_line"),
    [
        (["--nonsense"], "axonflow-cfn: error: the following arguments are required: COMMAND"),
        (["build", "--nonsense"], "axonflow-cfn: error: unrecognized arguments: --nonsense"),
        (["package", "extra"], "axonflow-cfn: error: unrecognized arguments: extra"),
        (["lint"], "axonflow-cfn lint: error: the following arguments are required: FILE"),
        (["build", "-o"], "axonflow-cfn build: error: argument -o/--output: expected one argument"),
        ([], "axonflow-cfn: error: the following arguments are required: COMMAND"),
    ],
)
def test_wrong_use(
    arguments: list[str], last_line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == last_line


@pytest.mark.parametrize("name", ["nonsense", "--formats"])
def test_unknown_commands_and_options_end_with_2(name: str) -> None:
    assert run(name).returncode == 2


CONFIG_ERRORS = {
    "missing.toml": "missing.toml: cannot read the config file: No such file or directory",
    "folder": "folder: cannot read the config file: Is a directory",
    "malformed.toml": "malformed.toml: not a TOML file: Invalid statement (at line 1, column 1)",
    "wrong.toml": (
        "wrong.toml: agent.port: got 0; allowed: a whole number from 1 to 65535\n"
        "wrong.toml: nonsense: unknown key; allowed: version, registry, allow_other_registry, "
        "metering, metrics_namespace, tiers, agent, orchestrator, database"
    ),
    "contradictory.toml": (
        "contradictory.toml: agent.memory: got 512; allowed: 2048 to 8192 in steps of 1024 with "
        "cpu 1024"
    ),
    "clash.toml": "parameter or resource Cluster is declared 2 times; rename all but one of them",
}


@pytest.mark.parametrize("command", ["build", "package"])
@pytest.mark.parametrize(("config", "message"), CONFIG_ERRORS.items())
def test_a_config_that_cannot_be_used(
    command: str,
    config: str,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "malformed.toml").write_text("= 1")
    (tmp_path / "wrong.toml").write_text("nonsense = 1\nagent.port = 0")
    (tmp_path / "contradictory.toml").write_text("agent.memory = 512")
    (tmp_path / "clash.toml").write_text('agent.secrets.KEY = "Cluster"')
    before = sorted(tmp_path.rglob("*"))
    output = ["-o", "out.yaml"] if command == "build" else ["-d", "out"]
    assert main([command, "--config", config, *output]) == 2
    assert capsys.readouterr() == ("", f"axonflow-cfn: {message}\n")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_config_that_makes_too_large_a_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = {f"LONG{number}": "x" * 4000 for number in range(2)}
    lines = [f'agent.environment.{name} = "{value}"' for name, value in values.items()]
    (tmp_path / "axonflow.toml").write_text("\n".join(lines))
    config = TemplateConfig(agent=AgentConfig(environment=values))
    size = len(to_yaml(to_data(build_template(config))))
    assert main(["package", "-d", "out"]) == 2
    assert capsys.readouterr().err == (
        f"axonflow-cfn: the yaml template has {size:,} bytes, {size - 51_200:,} more than the "
        "51,200 CloudFormation takes without a bucket; shorten the configuration (fewer extra "
        "variables) or split the template\n"
    )
    assert not (tmp_path / "out").exists()


UNWRITABLE = {
    "folder": "folder: cannot write: Is a directory; nothing was changed",
    "file/below": "file/below: cannot write: File exists; nothing was changed",
    "file/deep/below": "file/deep/below: cannot write: Not a directory; nothing was changed",
    "/dev/null": "/dev/null: cannot write: Not a regular file; nothing was changed",
    "/dev/full": "/dev/full: cannot write: Not a regular file; nothing was changed",
    "x" * 300: f"{'x' * 300}: cannot write: File name too long; nothing was changed",
}


@pytest.mark.parametrize(("output", "message"), UNWRITABLE.items(), ids=range(len(UNWRITABLE)))
def test_an_output_that_cannot_be_written(
    output: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("old")
    assert main(["build", "-o", output]) == 2
    assert capsys.readouterr() == ("", f"axonflow-cfn: {message}\n")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_text() == "old"


@pytest.fixture
def old_release(tmp_path: Path) -> Path:
    """A release from before, whose files must stay as they are."""
    release = tmp_path / "release"
    release.mkdir()
    for name in NAMES:
        (release / name).write_text(f"old {name}")
    return release


def assert_untouched(release: Path) -> None:
    assert {path.name: path.read_text() for path in release.iterdir()} == {
        name: f"old {name}" for name in NAMES
    }


def test_a_template_that_fails_lint_is_not_written(
    old_release: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(config: TemplateConfig) -> Template:
        template = build_template(config)
        template.add_resource(Queue("Queue", DelaySeconds=5000))
        return template

    monkeypatch.setattr(axonflow_cfn.package, "build_template", broken)
    assert main(["package", "-d", str(old_release)]) == 1
    out, said = capsys.readouterr()
    assert out == ""
    assert "E3034" in said
    assert "CFV-F3034" in said
    lines = said.splitlines()
    assert lines[0] == "axonflow-marketplace.yaml"
    assert lines[-1] == "axonflow-cfn: the template has findings; nothing was written"
    assert_untouched(old_release)


def test_a_package_in_place_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("old")
    assert main(["package", "-d", "file"]) == 2
    message = "file/axonflow-marketplace.yaml: cannot write: File exists; nothing was changed"
    assert capsys.readouterr() == ("", f"axonflow-cfn: {message}\n")


def small_files() -> None:
    """What a full disk is to a process, without one: no file may grow beyond 4 KiB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["build", "-o", "release/axonflow-marketplace.yaml"],
            "release/axonflow-marketplace.yaml: cannot write: File too large; nothing was changed",
        ),
        (
            ["package", "-d", "release"],
            "cannot write a temporary file to lint: File too large; nothing was changed",
        ),
    ],
)
def test_no_room_for_the_file(arguments: list[str], message: str, old_release: Path) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = run(*arguments, preexec_fn=small_files, env=environment)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"axonflow-cfn: {message}\n")
    assert_untouched(old_release)


@pytest.mark.parametrize(
    "arguments",
    [["build"], ["schema"], ["completion", "bash"], ["lint", "--format", "json", "clean.yaml"]],
)
def test_a_full_standard_output(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "clean.yaml").write_text(CLEAN)
    with Path("/dev/full").open("w") as full:
        ran = run(*arguments, stdout=full)
    message = "axonflow-cfn: standard output: cannot write: No space left on device\n"
    assert (ran.returncode, ran.stderr) == (2, message)


@pytest.mark.parametrize("arguments", [["build"], ["schema"], ["completion", "zsh"]])
def test_a_reader_that_has_seen_enough(arguments: list[str]) -> None:
    """As with ``| head -1``."""
    reading, writing = os.pipe()
    os.close(reading)
    ran = run(*arguments, stdout=writing)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (2, "")


@pytest.mark.parametrize(
    "arguments", [["build", "-o", "template.yaml"], ["lint", "clean.yaml"], ["rules"]]
)
def test_a_closed_standard_output(arguments: list[str], tmp_path: Path) -> None:
    """As with ``>&-``."""
    (tmp_path / "clean.yaml").write_text(CLEAN)
    ran = run(*arguments, stdout=None, preexec_fn=lambda: os.close(1))
    message = "axonflow-cfn: standard output is closed; send it to a file or to /dev/null\n"
    assert (ran.returncode, ran.stderr) == (2, message)
    assert not (tmp_path / "template.yaml").exists()


INTERRUPTED = "axonflow-cfn: interrupted; nothing was written\n"


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let commands be interrupted, also where the tests run as a background job, which may not be."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_while_reading_the_config(tmp_path: Path, old_release: Path) -> None:
    """The pipe opens for writing once the command reads it: it is in the midst of its work."""
    os.mkfifo(tmp_path / "config")
    command = [*COMMAND, "package", "--config", "config", "-d", "release"]
    with (
        subprocess.Popen(command, stdout=-1, stderr=-1, text=True) as process,
        (tmp_path / "config").open("w"),
    ):
        process.send_signal(signal.SIGINT)
        out, said = process.communicate()
    assert (process.returncode, out, said) == (2, "", INTERRUPTED)
    assert_untouched(old_release)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_while_linting(tmp_path: Path, old_release: Path) -> None:
    """Linting has begun once its temporary file is there, and takes a second from then."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    command = [*COMMAND, "package", "-d", "release"]
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, env=environment) as process:
        while process.poll() is None and not list(temporary.glob("axonflow-cfn-*/*.yaml")):
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate()
    assert (process.returncode, out, said) == (2, "", INTERRUPTED)
    assert_untouched(old_release)
    assert list(temporary.iterdir()) == []


def test_ctrl_c_while_the_command_is_imported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(axonflow_cfn.commands, "build", interrupted)
    assert main(["build"]) == 2
    assert capsys.readouterr() == ("", INTERRUPTED)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["lint", "missing.yaml"],
            "missing.yaml: cannot read the template: No such file or directory",
        ),
        (["lint", "--strict", "."], ".: cannot read the template: Is a directory"),
        (
            ["lint", "odd.yaml"],
            "odd.yaml: cfn-lint cannot read the template: 'int' object has no attribute 'get'",
        ),
    ],
)
def test_a_template_that_cannot_be_linted(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.yaml").write_text("Resources: {A: {Type: AWS::S3::Bucket, Metadata: 5}}")
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"axonflow-cfn: {message}\n")
