"""The rule pack: one cfn-lint rule a file, in a folder for each service.

Plain cfn-lint loads it with `--append-rules`; see `PATH`.
"""

from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axonflow_cfn.rule import DeployabilityRule

PATH = Path(__file__).parent
"""The folder to give to `cfn-lint --append-rules`."""


def load() -> "list[type[DeployabilityRule]]":
    """Every rule class of the pack, ordered by id. Imports cfn-lint."""
    from axonflow_cfn.rule import DeployabilityRule  # noqa: PLC0415 - cfn-lint takes 0.5 s

    files = sorted(PATH.glob("*/[a-z]*.py"))
    modules = [import_module(f"{__name__}.{file.parent.name}.{file.stem}") for file in files]
    rules = [
        member
        for module in modules
        for _, member in getmembers(module, isclass)
        if member.__module__ == module.__name__ and issubclass(member, DeployabilityRule)
    ]
    return sorted(rules, key=lambda rule: (rule.id[1:], rule.id))
