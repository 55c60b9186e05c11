"""Fixtures of several modules, how hypothesis runs, and the sizes shown under each run."""

from pathlib import Path

import pytest
from hypothesis import settings
from variants import ROOT

from axonflow_cfn import BODY_LIMIT
from axonflow_cfn.lint import Linter
from axonflow_cfn.package import JSON_NAME, YAML_NAME

# The same examples every time: a red test is red for everyone.
settings.register_profile("reproducible", derandomize=True, deadline=None, database=None)
settings.load_profile("reproducible")

TEMPLATES = ROOT / "templates"
CLOSE_TO_THE_LIMIT = 48_000
"""Bytes above which the summary asks for attention, before the limit fails a test."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show how far the committed templates are below CloudFormation's limit."""
    for name in (YAML_NAME, JSON_NAME):
        size = (TEMPLATES / name).stat().st_size
        note = "; ABOVE 48,000: SHORTEN IT SOON" if size > CLOSE_TO_THE_LIMIT else ""
        terminalreporter.write_line(
            f"{name}: {size:,} bytes, {BODY_LIMIT - size:,} below the limit{note}"
        )


@pytest.fixture(scope="session")
def linter() -> Linter:
    """One linter for all: loading its rules takes most of a second."""
    return Linter()


@pytest.fixture(scope="session")
def committed() -> Path:
    """The folder of the committed templates."""
    return TEMPLATES
