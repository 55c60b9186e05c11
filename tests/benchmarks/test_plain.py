import runpy
import sys
from pathlib import Path
from types import ModuleType

import pytest
from variants import ROOT

from axonflow_cfn import TemplateConfig, build_template, to_data


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module as the benchmark imports it: from its own folder."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    monkeypatch.delitem(sys.modules, "write_plain", raising=False)
    return __import__("write_plain")


@pytest.mark.verify
def test_the_plain_script_makes_the_same_template(writer: ModuleType, tmp_path: Path) -> None:
    """Else the benchmark would compare two different things."""
    script = tmp_path / "plain.py"
    script.write_text(writer.plain_script(TemplateConfig()))
    plain = runpy.run_path(str(script))["build"]()
    assert plain.to_dict() == to_data(build_template(TemplateConfig()))
