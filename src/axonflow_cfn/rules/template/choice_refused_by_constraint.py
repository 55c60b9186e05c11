"""E9039."""

import re
from collections.abc import Iterator
from typing import Any

from axonflow_cfn.model import Path, TemplateModel
from axonflow_cfn.model.conditions import literal
from axonflow_cfn.rule import DeployabilityRule, Finding


class ChoiceRefusedByConstraint(DeployabilityRule):
    """A default or allowed value that another constraint of the parameter refuses."""

    id = "E9039"
    shortdesc = "Parameter offers a value that its own constraints refuse"
    description = (
        "CloudFormation applies all constraints of a parameter to the value, and AllowedPattern to "
        "the whole of it, whether anchored or not. Whoever chooses this value is refused. Mend the "
        "value or the constraint."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "parameters-section-structure.html"
    )
    tags = ["parameters"]
    bad = """
Parameters:
  Size: {Type: String, Default: small, AllowedValues: [small, X-Large], AllowedPattern: '[a-z-]+'}
Resources:
  Topic: {Type: AWS::SNS::Topic}
"""
    good = bad.replace("X-Large", "x-large")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Apply the constraints to each choice."""
        for parameter in model.parameters.values():
            if parameter.is_list or parameter.type.startswith("AWS::"):
                continue
            raw = model.template["Parameters"][parameter.name]
            listed = raw.get("AllowedValues")
            choices = listed if isinstance(listed, list) else []
            path = ("Parameters", parameter.name)
            places: list[tuple[Path, object]] = [((*path, "Default"), raw.get("Default"))]
            places += [((*path, "AllowedValues", i), value) for i, value in enumerate(choices)]
            for place, value in places:
                text = literal(value)
                for reason in _reasons(raw, text) if text is not None else ():
                    yield Finding(
                        place, f"{parameter.name} offers '{text}', which {reason}; mend either"
                    )


def _reasons(raw: dict[str, Any], text: str) -> Iterator[str]:
    pattern = raw.get("AllowedPattern")
    if isinstance(pattern, str) and _refuses(pattern, text):
        yield f"its AllowedPattern {pattern} does not match"
    for key, size, sign in (
        ("MinLength", len(text), 1),
        ("MaxLength", len(text), -1),
        ("MinValue", _number(text), 1),
        ("MaxValue", _number(text), -1),
    ):
        limit = _number(literal(raw.get(key)) or "")
        if limit is not None and size is not None and (limit - size) * sign > 0:
            yield f"is outside its {key} {limit:g}"


def _refuses(pattern: str, text: str) -> bool:
    try:
        return not re.fullmatch(pattern, text)
    except re.error:  # E9038, or syntax that only Java has
        return False


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None
