"""cfn-lint over the published template and over literal copies of it, which hide nothing."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cfnlint.match import Match
from variants import ROOT, template_data

from axonflow_cfn import FileError, TemplateConfig, build_template, render_template
from axonflow_cfn.lint import REGIONS, Linter
from axonflow_cfn.parameters import DB_INSTANCE_CLASS
from axonflow_cfn.render import to_json

CLASSES = DB_INSTANCE_CLASS.allowed_values
ELSEWHERE = "db.m6i.large"
"""A class that cn-north-1 has not: it must be found, or the others prove nothing."""


def ids(matches: list[Match]) -> list[str]:
    return sorted({match.rule.id for match in matches})


def test_the_template_has_no_finding(linter: Linter, committed: Path) -> None:
    found = linter.lint(
        [committed / f"axonflow-marketplace.{form}" for form in ("yaml", "json")], strict=True
    )
    assert [str(match) for match in found] == []


def test_plain_cfn_lint_has_no_finding(committed: Path, tmp_path: Path) -> None:
    """As a reviewer runs it: informational checks, a region of each partition, no rule pack."""
    command = [str(Path(sys.executable).with_name("cfn-lint")), "--include-checks", "I"]
    command += ["--regions", *REGIONS, "--template", str(committed / "axonflow-marketplace.yaml")]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize("metering", ["register-usage", "meter-usage", "license-manager"])
def test_metering_models_have_no_finding(metering: Any, linter: Linter, tmp_path: Path) -> None:
    file = tmp_path / "template.yaml"
    file.write_text(render_template(build_template(TemplateConfig(metering=metering))))
    assert [str(match) for match in linter.lint([file], strict=True)] == []


def literal(instance_class: str) -> dict[str, Any]:
    """The template with class and version written out, where cfn-lint compares them (E3025, E3062)."""
    template: dict[str, Any] = copy.deepcopy(dict(template_data()))
    del template["Parameters"]["DBEngineVersion"]
    interface = template["Metadata"]["AWS::CloudFormation::Interface"]
    del interface["ParameterLabels"]["DBEngineVersion"]
    for group in interface["ParameterGroups"]:
        group["Parameters"] = [name for name in group["Parameters"] if name != "DBEngineVersion"]
    database = template["Resources"]["Database"]["Properties"]
    database["EngineVersion"] = "15"
    database["DBInstanceClass"] = instance_class
    return template


def test_every_class_exists_for_version_15(linter: Linter, tmp_path: Path) -> None:
    """All copies in one run, which shares what it has loaded.

    W3691 takes the major version for a retired minor one: an artefact of cfn-lint's data.
    """
    files = {name: tmp_path / f"{name}.json" for name in (*CLASSES, ELSEWHERE)}
    for name, file in files.items():
        file.write_text(to_json(literal(name)))
    found = linter.lint(list(files.values()))
    by_class = {
        name: ids([match for match in found if match.filename == str(file)])
        for name, file in files.items()
    }
    assert by_class.pop(ELSEWHERE) == ["E3025", "W3691"]
    assert by_class == {name: ["W3691"] for name in CLASSES}


BUCKET = "Resources: {Bucket: {Type: AWS::S3::Bucket%s, DeletionPolicy: Delete, UpdateReplacePolicy: Delete}}"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A template with one error in each partition's region."""
    file = tmp_path / "bad.yaml"
    file.write_text(BUCKET % "s")
    return file


def test_findings_stand_in_order_of_file_and_line(
    bad: Path, linter: Linter, tmp_path: Path
) -> None:
    other = tmp_path / "a.yaml"
    other.write_text(f"\n\n{BUCKET % 's'}")
    found = linter.lint([bad, other])
    assert [(match.filename, match.linenumber, match.rule.id) for match in found] == [
        *[(str(other), 3, "E3006")] * 3,
        *[(str(bad), 1, "E3006")] * 3,
    ]


@pytest.mark.parametrize("name", ["a[1].yaml", "*.yaml", "?.yaml"])
def test_a_name_is_no_pattern(name: str, linter: Linter, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(BUCKET % "s")
    assert {match.filename for match in linter.lint([file])} == {str(file)}


def test_a_configuration_lying_about_changes_nothing(
    bad: Path, linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".cfnlintrc").write_text("ignore_checks: [E]\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert ids(linter.lint([bad])) == ["E3006"]
    assert ids(Linter().lint([bad])) == ["E3006"]


def test_strict_adds_the_validators_findings(bad: Path, linter: Linter) -> None:
    assert ids(linter.lint([bad], strict=True)) == ["CFV-F3006", "E3006"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "5", "a: [", '{"a":', "Resources: 5", "Resources: {A: 5}", "a: b: c", "\x00"],
)
def test_what_is_hardly_a_template_is_a_finding(text: str, linter: Linter, tmp_path: Path) -> None:
    file = tmp_path / "template"
    file.write_text(text)
    found = linter.lint([file], strict=True)
    assert any(match.rule.id.startswith("E") for match in found)


def test_binary_files_are_a_finding(linter: Linter, tmp_path: Path) -> None:
    file = tmp_path / "template"
    file.write_bytes(b"\xff\xfe\x00")
    assert ids(linter.lint([file], strict=True)) == ["E0000"]


def test_what_breaks_cfn_lint_is_a_sentence(linter: Linter, tmp_path: Path) -> None:
    file = tmp_path / "template"
    file.write_text("Resources: {A: {Type: AWS::S3::Bucket, Metadata: 5}}")
    with pytest.raises(FileError) as caught:
        linter.lint([file])
    assert str(caught.value) == (
        f"{file}: cfn-lint cannot read the template: 'int' object has no attribute 'get'"
    )


def test_reports(bad: Path) -> None:
    found = Linter("json").report(Linter("json").lint([bad]))
    assert [item["Rule"]["Id"] for item in json.loads(found)] == ["E3006"] * 3
    assert Linter("json").report([]) == "[]"


def test_the_regions_are_one_of_each_partition() -> None:
    assert REGIONS == ("us-east-1", "us-gov-west-1", "cn-north-1")


def test_a_template_may_state_its_regions(linter: Linter, tmp_path: Path) -> None:
    """For itself alone: what CloudFront has exists in one partition."""
    access = "Resources: {Access: {Type: AWS::CloudFront::OriginAccessControl, Properties: "
    access += "{OriginAccessControlConfig: {Name: a, OriginAccessControlOriginType: s3, "
    access += "SigningBehavior: always, SigningProtocol: sigv4}}}}\n"
    everywhere, here = tmp_path / "everywhere.yaml", tmp_path / "here.yaml"
    everywhere.write_text(access)
    here.write_text("Metadata: {cfn-lint: {config: {regions: [eu-west-1]}}}\n" + access)
    found = linter.lint([here, everywhere, here])
    assert [(match.rule.id, match.filename) for match in found] == [("E3006", str(everywhere))] * 2


def test_the_repository_holds_no_configuration_of_cfn_lint() -> None:
    """Suppressions lie on one resource each; a file would be global."""
    assert list(ROOT.glob(".cfnlintrc*")) == []


@pytest.mark.parametrize("strict", [False, True])
def test_several_processes_find_what_one_does(
    *, strict: bool, bad: Path, linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the rule objects themselves, and with positioned text sent as text."""
    files = [bad]
    for name, text in (("b", BUCKET % "s"), ("c", "a: ["), ("d", "Resources: {A: 5}")):
        files.append(tmp_path / f"{name}.yaml")
        files[-1].write_text(text)
    shared = linter.lint(files, strict=strict)
    report = linter.report(shared)
    monkeypatch.setattr("sys.platform", "darwin")  # where nothing is forked
    alone = linter.lint(files, strict=strict)
    assert len({match.filename for match in shared}) == len(files)
    assert [(str(match), match.rule) for match in shared] == [
        (str(match), match.rule) for match in alone
    ]
    assert report == linter.report(alone)
