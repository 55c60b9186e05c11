"""The resource provider schemas that cfn-lint ships, read by a validator that is not cfn-lint's."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import regex
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

Schema = Mapping[str, Any]

ANNOTATIONS = frozenset(
    {
        "$comment",
        "arrayType",
        "default",
        "description",
        "format",  # ids of other resources, which a resolved template's placeholders are not
        "insertionOrder",
        "relationshipRef",
        "title",
    }
)
"""Keywords that say something and demand nothing."""


@cache
def provider_schema(resource_type: str, region: str) -> Schema:
    """Return a type's schema in a region.

    Raises:
        cfnlint.schema.exceptions.ResourceNotFoundError: the region does not have the type.
    """
    schema: Schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, resource_type).schema
    return schema


def errors(resource_type: str, properties: Any, region: str) -> Iterator[str]:
    """Yield what a resource's properties violate in its schema, and each read-only one of them."""
    schema = provider_schema(resource_type, region)
    for error in validator(resource_type, region).iter_errors(coerced(properties, schema, schema)):
        yield f"{error.json_path}: {error.message}"
    for pointer in schema.get("readOnlyProperties", ()):
        if found(properties, pointer):
            yield f"{pointer} is read-only"


@cache
def validator(resource_type: str, region: str) -> Validator:
    """Return a validator of a type's properties in a region."""
    made: Validator = ProviderValidator(provider_schema(resource_type, region))
    return made


def found(properties: Any, pointer: str) -> list[Any]:
    """Return the values a schema's property pointer (``/properties/A/*/B``) finds."""
    values = [properties]
    for part in pointer.split("/")[2:]:
        values = [
            item
            for value in values
            for item in (
                value
                if part == "*" and isinstance(value, list)
                else [value[part]]
                if isinstance(value, dict) and part in value
                else []
            )
        ]
    return values


def coerced(value: Any, schema: Schema, root: Schema) -> Any:
    """Return the value with its scalars in the schema's types, as CloudFormation makes them."""
    if "$ref" in schema:
        target: Any = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        return coerced(value, target, root)
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        return {key: coerced(item, properties.get(key, {}), root) for key, item in value.items()}
    if isinstance(value, list):
        return [coerced(item, schema.get("items", {}), root) for item in value]
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if isinstance(value, str):
        if "integer" in types and re.fullmatch("-?[0-9]+", value):
            return int(value)
        if "number" in types and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
            return float(value)
        if "boolean" in types and value in {"true", "false"}:
            return value == "true"
    elif types == ["string"]:
        return str(value).lower() if isinstance(value, bool) else str(value)
    return value


def keywords(schema: Any) -> Iterator[str]:
    """Yield every validation keyword of a schema, at any depth."""
    if not isinstance(schema, dict):
        return
    for keyword, value in schema.items():
        yield keyword
        if keyword in {"properties", "patternProperties", "definitions"}:
            for part in value.values():
                yield from keywords(part)
        elif keyword in {"anyOf", "oneOf", "allOf"}:
            for part in value:
                yield from keywords(part)
        elif keyword in {"items", "additionalProperties", "not", "if", "then", "else"}:
            yield from keywords(value)


# Keywords of cfn-lint's that JSON Schema does not have, and patterns it may not understand.


def _required_xor(_v: Any, names: list[str], value: Any, _s: Any) -> Iterator[ValidationError]:
    if isinstance(value, dict) and sum(name in value for name in names) != 1:
        yield ValidationError(f"needs exactly one of {names}")


def _dependent_excluded(
    _v: Any,
    excluded: Mapping[str, list[str]],
    value: Any,
    _s: Any,
) -> Iterator[ValidationError]:
    for name, others in excluded.items():
        if isinstance(value, dict) and name in value:
            for other in set(others) & value.keys():
                yield ValidationError(f"{other} must not stand beside {name}")


def _max_unique_items(_v: Any, most: int, value: Any, _s: Any) -> Iterator[ValidationError]:
    if isinstance(value, list) and len({str(item) for item in value}) > most:
        yield ValidationError(f"has more than {most} different items")


def _unique_keys(_v: Any, names: list[str], value: Any, _s: Any) -> Iterator[ValidationError]:
    if isinstance(value, list):
        seen = [[item.get(name) for name in names] for item in value]
        if any(keys in seen[:index] for index, keys in enumerate(seen)):
            yield ValidationError(f"has two items with the same {names}")


def _pattern(_v: Any, pattern: str, value: Any, _s: Any) -> Iterator[ValidationError]:
    # Schemas use \p{L} and the like, which the standard library's re does not know.
    if isinstance(value, str) and not regex.search(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern}")


ProviderValidator = extend(  # type: ignore[no-untyped-call] # its stub leaves the class untyped
    Draft202012Validator,
    {
        "dependentExcluded": _dependent_excluded,
        "maxUniqueItems": _max_unique_items,
        "pattern": _pattern,
        "requiredXor": _required_xor,
        "uniqueKeys": _unique_keys,
    },
)
