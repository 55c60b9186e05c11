import hashlib
import subprocess
from pathlib import Path

import pytest
from variants import ROOT

from axonflow_cfn import FileError, TemplateConfig, load_config
from axonflow_cfn.package import Package, build_package, write_package

NAMES = ["axonflow-marketplace.yaml", "axonflow-marketplace.json", "SHA256SUMS"]


@pytest.fixture(scope="module")
def package() -> Package:
    return build_package(TemplateConfig())


def test_the_committed_templates_are_what_the_committed_config_makes(committed: Path) -> None:
    """If this fails, run `make template`, and read the difference before committing it."""
    made = build_package(load_config(ROOT / "axonflow.toml")).files
    assert made == {path.name: path.read_bytes() for path in committed.iterdir()}


def test_the_manifest_comes_last_and_names_both_forms(package: Package) -> None:
    assert list(package.files) == NAMES
    sums = {
        name: hashlib.sha256(content).hexdigest()
        for name, content in package.files.items()
        if name != "SHA256SUMS"
    }
    assert package.files["SHA256SUMS"].decode() == (
        f"{sums['axonflow-marketplace.yaml']}  axonflow-marketplace.yaml\n"
        f"{sums['axonflow-marketplace.json']}  axonflow-marketplace.json\n"
    )


def test_sha256sum_agrees(package: Package, tmp_path: Path) -> None:
    write_package(package, tmp_path / "release")
    ran = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path / "release",
    )
    assert (ran.returncode, ran.stdout) == (
        0,
        "axonflow-marketplace.yaml: OK\naxonflow-marketplace.json: OK\n",
    )


def test_bodies_are_below_the_limit_without_a_bucket(package: Package) -> None:
    """The margin stands under each test run, with a note above 48,000 bytes."""
    assert all(len(content) < 51_200 for content in package.files.values())


def test_a_package_is_written_whole_or_not_at_all(package: Package, tmp_path: Path) -> None:
    for name in NAMES[:2]:
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / NAMES[2]).mkdir()
    with pytest.raises(FileError) as caught:
        write_package(package, tmp_path)
    assert str(caught.value) == (
        f"{tmp_path / 'SHA256SUMS'}: cannot write: Is a directory; nothing was changed"
    )
    assert {path.name for path in tmp_path.iterdir()} == set(NAMES)
    assert [(tmp_path / name).read_bytes() for name in NAMES[:2]] == [b"old", b"old"]
