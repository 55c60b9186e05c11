"""Writes the script one would write without this library: one constructor call a resource.

The script makes the same template with troposphere and awacs alone and ends in ``to_yaml()``. It is
written from the stock layers, so that both always make the same.
"""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any

import awacs
import troposphere
from awacs.aws import Action, Condition, ConditionElement, Principal

from axonflow_cfn import TemplateConfig, build_template


def plain_script(config: TemplateConfig) -> str:
    """Return the script's text."""
    template = build_template(config)
    writer = _Writer()
    body = [
        f"t.set_description({template.description!r})",
        f"t.set_metadata({writer.spell(template.metadata)})",
    ]
    for add, section in (
        ("add_parameter", template.parameters.values()),
        ("add_resource", template.resources.values()),
        ("add_output", template.outputs.values()),
    ):
        body += [f"t.{add}({writer.spell(item)})" for item in section]
    for add, named in (
        ("add_rule", template.rules.items()),
        ("add_mapping", template.mappings.items()),
        ("add_condition", template.conditions.items()),
    ):
        body += [f"t.{add}({name!r}, {writer.spell(item)})" for name, item in named]
    imports = [f"import {module}" for module in sorted(writer.modules)]
    return "\n".join(
        [
            '"""The template, with troposphere and awacs alone."""',
            "",
            "import sys",
            "",
            *imports,
            "",
            "",
            "def build():",
            "    t = troposphere.Template()",
            "    t.set_version()",
            *(f"    {line}" for line in body),
            "    return t",
            "",
            "",
            'if __name__ == "__main__":',
            "    sys.stdout.write(build().to_yaml())",
            "",
        ]
    )


class _Writer:
    """Spells troposphere and awacs objects as Python, and notes the modules they come from."""

    def __init__(self) -> None:
        self.modules = {"troposphere"}

    def spell(self, value: Any) -> str:  # noqa: ANN401 any property value
        """Return the expression that makes the value."""
        match value:
            case Action():
                module = f"awacs.{value.prefix.replace('-', '_')}"
                self.modules.add(module)
                return f"{module}.{value.action}"
            case Principal():
                return self._call(value, *value.data.popitem()) if value.data else ""
            case Condition():
                return self._call(value, value.conditions)
            case ConditionElement():
                return self._call(value, value.key, value.value)
            case troposphere.Tags():
                return self._call(value, **{tag["Key"]: tag["Value"] for tag in value.tags})
            case troposphere.AWSHelperFn():
                return self._call(value, *_operands(value))
            case troposphere.BaseAWSObject() | awacs.AWSObject():
                return self._object(value)
            case Mapping():
                pairs = (f"{key!r}: {self.spell(item)}" for key, item in value.items())
                return f"{{{', '.join(pairs)}}}"
            case list() | tuple():
                return f"[{', '.join(self.spell(item) for item in value)}]"
        return repr(value)

    def _object(self, value: Any) -> str:  # noqa: ANN401 troposphere's or awacs's object
        attributes = {
            key: item
            for key, item in getattr(value, "resource", {}).items()
            if key not in {"Type", "Properties"}
        }
        title = [value.title] if getattr(value, "title", None) else []
        return self._call(value, *title, **{**attributes, **value.properties})

    def _call(self, value: Any, /, *positional: Any, **keywords: Any) -> str:  # noqa: ANN401
        arguments = [self.spell(item) for item in positional]
        if all(key.isidentifier() for key in keywords):
            arguments += [f"{key}={self.spell(item)}" for key, item in keywords.items()]
        else:
            arguments.append(f"**{self.spell(keywords)}")
        module = type(value).__module__
        self.modules.add(module)
        return f"{module}.{type(value).__name__}({', '.join(arguments)})"


def _operands(function: troposphere.AWSHelperFn) -> Iterator[Any]:
    """Yield a function's operands as its constructor takes them."""
    ((_, data),) = function.data.items()
    parameters = inspect.signature(type(function).__init__).parameters
    one = len(parameters) == 2 and "args" not in parameters  # noqa: PLR2004 self and the operand
    if isinstance(data, list) and (not one or isinstance(function, troposphere.Not)):
        yield from data
    else:
        yield data
