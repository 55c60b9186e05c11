"""Keeps what several rules ask of the same template."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from axonflow_cfn.model.template import TemplateModel

_T = TypeVar("_T")


def once(function: Callable[[TemplateModel], _T]) -> Callable[[TemplateModel], _T]:
    """Make a function of a template run once for each template.

    What it returns must be complete (a tuple, not a generator) and never be changed. It is kept on
    the template itself, as functools.cached_property does, and so lives as long as the template.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(model: TemplateModel) -> _T:
        kept = vars(model)
        if key not in kept:
            kept[key] = function(model)
        found: _T = kept[key]
        return found

    return remembered
