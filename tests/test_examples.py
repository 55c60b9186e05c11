"""The worked examples: they run, lint clean, and do what they are an example of.

That the page's figures hold on them too is tested with the published template's.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from deployments import ParameterSet
from variants import ROOT, VARIANTS, template_data

from axonflow_cfn import Deployment, render_template, resolve_template, to_data
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.lint import Linter
from examples import aurora, waf

EXAMPLES = ["aurora", "waf"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_no_finding(name: str, linter: Linter, tmp_path: Path) -> None:
    file = tmp_path / "template.yaml"
    file.write_text(render_template(VARIANTS[name].build(TemplateConfig())))
    assert [str(match) for match in linter.lint([file], strict=True)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_prints_its_template(name: str) -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "examples" / f"{name}.py")],
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout == render_template(VARIANTS[name].build(TemplateConfig()))


def test_the_web_acl_stands_beside_the_stock_layers() -> None:
    stock, protected = template_data(), to_data(waf.build_template(TemplateConfig()))
    added = {"WebAcl", "WebAclAssociation"}
    assert set(protected["Resources"]) == set(stock["Resources"]) | added
    rest = {name: body for name, body in protected["Resources"].items() if name not in added}
    assert {**protected, "Resources": rest} == stock
    association = protected["Resources"]["WebAclAssociation"]["Properties"]
    assert association == {
        "ResourceArn": {"Ref": "LoadBalancer"},
        "WebACLArn": {"Fn::GetAtt": ["WebAcl", "Arn"]},
    }


def test_aurora_replaces_the_database_layer_alone() -> None:
    stock, variant = template_data(), to_data(aurora.build_template(TemplateConfig()))
    changed = {
        name
        for name in stock["Resources"] | variant["Resources"]
        if stock["Resources"].get(name) != variant["Resources"].get(name)
    }
    assert changed == {
        "Dashboard",
        "Database",
        "DatabaseConnectionsAlarm",
        "DatabaseCpuAlarm",
        "DatabaseInstance1",
        "DatabaseInstance2",
        "DatabaseMemoryAlarm",
        "DatabaseParameterGroup",
        "DatabaseSecret",
        "DatabaseStorageAlarm",
        "DatabaseUrlSecret",
    }


def test_auroras_secrets_point_at_the_cluster() -> None:
    deployment: Deployment = ParameterSet("imported").deployment()
    resources = resolve_template(template_data("aurora"), deployment)["Resources"]
    assert resources["Database"]["Type"] == "AWS::RDS::DBCluster"
    url = resources["DatabaseUrlSecret"]["Properties"]["SecretString"]
    assert url.endswith("@${Database.Endpoint.Address}:5432/axonflow?sslmode=require")
