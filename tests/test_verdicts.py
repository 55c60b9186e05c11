import os
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest

from axonflow_cfn import verdicts
from axonflow_cfn.verdicts import Verdict, VerdictCache, verdict_key

TEMPLATES = [("a.yaml", b"Resources: {}")]
OPTIONS = {"format": "json", "strict": False}
CLEAN = Verdict(clean=True, report="[]")


@pytest.fixture
def cache(tmp_path: Path) -> VerdictCache:
    return VerdictCache(tmp_path / "cache")


def test_a_kept_verdict_is_found_again(cache: VerdictCache) -> None:
    assert cache.find("key") is None
    cache.keep("key", CLEAN)
    assert cache.find("key") == CLEAN
    assert cache.find("other") is None


def test_the_key_is_a_function_of_its_facts() -> None:
    assert verdict_key(TEMPLATES, OPTIONS) == verdict_key(list(TEMPLATES), dict(OPTIONS))


@pytest.mark.parametrize(
    ("templates", "options"),
    [
        pytest.param([("a.yaml", b"Resources: {} ")], OPTIONS, id="content"),
        pytest.param([("b.yaml", b"Resources: {}")], OPTIONS, id="name"),
        pytest.param(TEMPLATES * 2, OPTIONS, id="number of templates"),
        pytest.param(TEMPLATES, {**OPTIONS, "strict": True}, id="strict"),
        pytest.param(TEMPLATES, {**OPTIONS, "format": "sarif"}, id="format"),
    ],
)
def test_another_run_has_another_key(
    templates: list[tuple[str, bytes]], options: dict[str, object]
) -> None:
    assert verdict_key(templates, options) != verdict_key(TEMPLATES, OPTIONS)


def test_another_tool_version_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = verdict_key(TEMPLATES, OPTIONS)
    for tool in verdicts.TOOLS:
        with monkeypatch.context() as patch:
            patch.setattr(
                verdicts,
                "version",
                lambda name, tool=tool: "0" if name == tool else version(name),
            )
            assert verdict_key(TEMPLATES, OPTIONS) != before


def test_an_edited_rule_has_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "axonflow_cfn"
    rule = package / "rules" / "ecs" / "some_rule.py"
    rule.parent.mkdir(parents=True)
    rule.write_text("1")
    monkeypatch.setattr(verdicts, "__file__", str(package / "verdicts.py"))
    before = verdict_key(TEMPLATES, OPTIONS)
    rule.write_text("2")
    assert verdict_key(TEMPLATES, OPTIONS) != before


def test_updated_linter_data_has_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "cfnlint"
    data = package / "data" / "schema.json"
    data.parent.mkdir(parents=True)
    (package / "__init__.py").touch()
    data.write_text("1")
    spec = find_spec("cfnlint")
    assert spec is not None
    monkeypatch.setattr(spec, "submodule_search_locations", [str(package)])
    monkeypatch.setattr(verdicts, "find_spec", lambda _: spec)
    before = verdict_key(TEMPLATES, OPTIONS)
    status = data.stat()
    data.write_text("2")
    os.utime(data, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert verdict_key(TEMPLATES, OPTIONS) != before


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_directory_others_can_write_is_not_trusted(
    cache: VerdictCache, tmp_path: Path, mode: int
) -> None:
    cache.keep("key", CLEAN)
    (tmp_path / "cache").chmod(mode)
    assert cache.find("key") is None
    cache.keep("new", CLEAN)
    assert not (tmp_path / "cache" / "new.json").exists()


def test_another_users_directory_is_not_trusted(
    cache: VerdictCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.keep("key", CLEAN)
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert cache.find("key") is None


def test_a_new_directory_is_the_users_own(cache: VerdictCache, tmp_path: Path) -> None:
    cache.keep("key", CLEAN)
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("content", ["", "{", "[]", '{"clean": true}', '{"other": 1}'])
def test_a_damaged_verdict_is_no_verdict(cache: VerdictCache, tmp_path: Path, content: str) -> None:
    cache.keep("key", CLEAN)
    (tmp_path / "cache" / "key.json").write_text(content)
    assert cache.find("key") is None


def test_an_unusable_directory_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = VerdictCache(tmp_path / "file" / "below")
    cache.keep("key", CLEAN)
    assert cache.find("key") is None


def test_only_the_newest_verdicts_are_kept(
    cache: VerdictCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdicts, "_KEPT", 3)
    for number in range(5):
        cache.keep(f"{number}", CLEAN)
        os.utime(tmp_path / "cache" / f"{number}.json", ns=(number, number))
    kept = sorted(file.name for file in (tmp_path / "cache").iterdir())
    assert kept == ["2.json", "3.json", "4.json"]


def test_the_users_cache_directory_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    VerdictCache().keep("key", CLEAN)
    assert (tmp_path / "axonflow-cfn" / "key.json").exists()
