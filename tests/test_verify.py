from pathlib import Path

import pytest

from axonflow_cfn import verify
from axonflow_cfn.errors import FileError
from axonflow_cfn.verdicts import Verdict, VerdictCache
from axonflow_cfn.verify import verify_files, verify_text

GOOD = """
Resources:
  Topic:
    Type: AWS::SNS::Topic
"""
BAD = GOOD.replace("Topic\n", "Topik\n")


@pytest.fixture
def cache(tmp_path: Path) -> VerdictCache:
    return VerdictCache(tmp_path / "cache")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "template.yaml"
    file.write_text(GOOD)
    return file


def test_a_changed_template_gets_its_own_verdict(template: Path, cache: VerdictCache) -> None:
    def clean() -> bool:
        return verify_files([template], "json", strict=False, cache=cache).clean

    assert clean()
    template.write_text(BAD)
    assert not clean()
    template.write_text(GOOD)
    assert clean()


def test_a_remembered_verdict_is_not_reached_again(
    template: Path, cache: VerdictCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = verify_files([template], "json", strict=False, cache=cache)
    monkeypatch.setattr(verify, "_verify", None)
    assert verify_files([template], "json", strict=False, cache=cache) == first
    with pytest.raises(TypeError):
        verify_files([template], "json", strict=True, cache=cache)
    with pytest.raises(TypeError):
        verify_files([template], "json", strict=False, cache=None)


def test_the_verdict_on_a_template_that_changed_meanwhile_is_not_remembered(
    template: Path, cache: VerdictCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change_while_linting(*_: object, **__: object) -> Verdict:
        template.write_text(BAD)
        return Verdict(clean=True, report="")

    with monkeypatch.context() as patch:
        patch.setattr(verify, "_verify", change_while_linting)
        verify_files([template], "json", strict=False, cache=cache)
    template.write_text(GOOD)
    monkeypatch.setattr(verify, "_verify", None)
    with pytest.raises(TypeError):
        verify_files([template], "json", strict=False, cache=cache)


def test_text_is_reported_under_its_name() -> None:
    verdict = verify_text("name.yaml", BAD.encode(), cache=None)
    assert not verdict.clean
    assert "name.yaml" in verdict.report
    assert "axonflow-cfn-" not in verdict.report


def test_text_is_verified_strictly() -> None:
    queue = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: '5'}\n"
    assert "CFV-W9003" in verify_text("q.yaml", queue.encode(), cache=None).report


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    with pytest.raises(FileError) as caught:
        verify_files([missing], "json", strict=False, cache=None)
    assert str(caught.value) == f"{missing}: cannot read the template: No such file or directory"
