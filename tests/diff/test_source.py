import subprocess
from pathlib import Path

import pytest

from axonflow_cfn.cli import main
from axonflow_cfn.diff.source import ARTIFACT, built_template, read_template
from axonflow_cfn.errors import FileError

TEMPLATE = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose tags v1 and v2 hold two artifacts."""
    monkeypatch.chdir(tmp_path)
    artifact = tmp_path / ARTIFACT
    artifact.parent.mkdir()
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com"]
    subprocess.run([*git, "init", "-q"], check=True)
    for tag, text in (("v1", TEMPLATE), ("v2", TEMPLATE.replace("SNS::Topic", "SQS::Queue"))):
        artifact.write_text(text)
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-qm", tag], check=True)
        subprocess.run([*git, "tag", tag], check=True)
    return tmp_path


@pytest.mark.usefixtures("repository")
def test_a_revision_names_its_artifact() -> None:
    assert read_template("v1") == {"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}


def test_two_revisions_are_compared(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert repository.exists()
    assert main(["diff", "v1", "v2"]) == 1
    assert capsys.readouterr().out.startswith("The update fails in existing stacks\n  T: ")
    assert main(["diff", "v1", "v1"]) == 0
    assert capsys.readouterr().out == "no differences\n"


@pytest.mark.usefixtures("repository")
def test_what_is_built_now_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--format", "json"]) == 1
    assert '"logicalId": "LoadBalancer"' in capsys.readouterr().out


@pytest.mark.parametrize(("least", "status"), [("update-fails", 1), ("stateful-replacement", 0)])
@pytest.mark.usefixtures("repository")
def test_only_what_is_harmful_enough_fails(least: str, status: int) -> None:
    assert main(["diff", "v1", "v2", "--fail-on", least]) == status


def test_the_built_template_has_the_published_sections() -> None:
    assert "Rules" in built_template(None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[1]", "is not a CloudFormation template: it has no Resources"),
        ("a: 1", "is not a CloudFormation template: it has no Resources"),
        ("a: [", "is neither YAML nor JSON: while parsing a flow node"),
    ],
)
def test_what_is_no_template(tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "t.yaml"
    file.write_text(content)
    with pytest.raises(FileError) as caught:
        read_template(str(file))
    assert str(caught.value).startswith(f"{file}: {reason}")


@pytest.mark.parametrize("place", ["no-such", "--output=x", "v1"])
def test_neither_a_file_nor_a_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError) as caught:
        read_template(place)
    assert str(caught.value) == (
        f"{place}: is neither a file nor a git revision that holds "
        "templates/axonflow-marketplace.yaml here"
    )


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_template(str(tmp_path))
    assert str(caught.value) == (
        f"{tmp_path}: is a directory; name a template file or a git revision"
    )


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError) as caught:
        read_template(str(file))
    assert str(caught.value) == f"{file}: cannot read the template: not a text file"
