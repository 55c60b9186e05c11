"""Independent witnesses: slow, with dependencies of their own, run by ``make verify`` alone."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Import nothing from here unless asked to: the dependencies may not be installed."""
    return True if config.getoption("markexpr") != "verify" else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("verify")
