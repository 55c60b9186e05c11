"""The templates that must carry the page's figures: the published one, and worked variants of it.

A variant with a database layer of its own is held to every figure outside the database.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from troposphere import Template

from axonflow_cfn import TemplateConfig, build_template, to_data
from examples import aurora, waf

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Variant:
    """A way to build a template from the published config."""

    build: Callable[[TemplateConfig], Template]
    stock_database: bool = True


VARIANTS: Mapping[str, Variant] = {
    "published": Variant(build_template),
    "waf": Variant(waf.build_template),
    "aurora": Variant(aurora.build_template, stock_database=False),
}


@cache
def template_data(variant: str = "published") -> Mapping[str, Any]:
    """The variant's template as plain data; read, never changed."""
    return to_data(VARIANTS[variant].build(TemplateConfig()))
