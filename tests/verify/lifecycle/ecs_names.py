"""CloudFormation's property names in the spelling of the Amazon ECS API."""

from typing import Any

VERBATIM = frozenset({"DockerLabels", "Options"})
"""Maps whose keys are the user's."""


def camel_case(value: Any) -> Any:
    """Return the value with the keys of its mappings in the ECS API's spelling."""
    if isinstance(value, list):
        return [camel_case(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key[0].lower() + key[1:]: item if key in VERBATIM else camel_case(item)
        for key, item in value.items()
    }
