"""Turns pydantic's findings into one line a wrong value: key, what it got, what is allowed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema

from axonflow_cfn.errors import ConfigError


@dataclass(frozen=True)
class Allowed:
    """What a field takes, in words; stands in the error message and in the JSON Schema.

    Attributes:
        text: a phrase that completes "allowed: ...".
    """

    text: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Put the phrase into the JSON Schema, where editors show it."""
        return {"description": f"Allowed: {self.text}.", **handler(schema)}


def explain(section: type[BaseModel], error: ValidationError) -> ConfigError:
    """Return the one error that names every wrong value found in ``section``.

    Args:
        section: the model that refused its input.
        error: what pydantic found.
    """
    problems: list[tuple[str, str]] = []
    for found in error.errors(include_url=False):
        key = ".".join(str(part) for part in found["loc"] if part != "[key]")
        inner = found.get("ctx", {}).get("error")
        if isinstance(inner, ConfigError):
            problems += [(f"{key}.{k}" if key else k, text) for k, text in inner.problems]
        elif found["type"] == "extra_forbidden":
            problems.append((key, f"unknown key; allowed: {', '.join(section.model_fields)}"))
        else:
            allowed = _allowed(section, str(found["loc"][0]))
            problems.append((key, f"got {_shown(found['input'])}; allowed: {allowed}"))
    return ConfigError(problems)


def _allowed(section: type[BaseModel], field: str) -> str:
    info = section.model_fields[field]
    if (phrase := next((m for m in info.metadata if isinstance(m, Allowed)), None)) is not None:
        return phrase.text
    if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
        return f"a table with the keys {', '.join(info.annotation.model_fields)}"
    return "true or false"


def _shown(value: object) -> str:
    """Return a value as TOML would spell it, near enough to be found in the file."""
    if isinstance(value, str | bool | int | float | list) or (
        isinstance(value, Mapping) and all(isinstance(key, str) for key in value)
    ):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
