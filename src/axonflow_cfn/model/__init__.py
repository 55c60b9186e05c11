"""What a template can turn out to be: every value it may hold, and under which assumptions.

Rules ask this model, never the raw template. It is built once a template and shared by all rules.
"""

from axonflow_cfn.model.conditions import When
from axonflow_cfn.model.template import Mention, Parameter, Resource, TemplateModel
from axonflow_cfn.model.values import (
    ABSENT,
    UNKNOWN,
    DynamicReference,
    Marker,
    Part,
    Path,
    Reference,
    Symbol,
    Text,
    Value,
)

__all__ = [
    "ABSENT",
    "UNKNOWN",
    "DynamicReference",
    "Marker",
    "Mention",
    "Parameter",
    "Part",
    "Path",
    "Reference",
    "Resource",
    "Symbol",
    "TemplateModel",
    "Text",
    "Value",
    "When",
]
