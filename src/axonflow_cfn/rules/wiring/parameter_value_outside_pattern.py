"""E9755."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class ParameterValueOutsidePattern(DeployabilityRule):
    """An SSM parameter that its own pattern refuses."""

    id = "E9755"
    shortdesc = "Value of an SSM parameter does not match its AllowedPattern"
    description = (
        "Parameter Store refuses the value ('Parameter value, cannot be validated against "
        "allowedPattern'). Correct the value or the pattern."
    )
    source_url = (
        "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html"
    )
    tags = ["resources", "ssm"]
    bad = """
Resources:
  Port:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: https, AllowedPattern: '^[0-9]+$'}
"""
    good = bad.replace("https", "'443'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Try each value that is known."""
        for parameter in model.of_type("AWS::SSM::Parameter"):
            for kind, value, pattern in parameter.cases("Type", "Value", "AllowedPattern"):
                whole = kind.text == "String" and value.text is not None
                if whole and pattern.text and _refuses(pattern.text, value.text or ""):
                    yield Finding(
                        value.path, f"{value.shown} does not match AllowedPattern {pattern.shown}"
                    )


def _refuses(pattern: str, text: str) -> bool:
    """Whether a pattern that is written as a whole, and simply, does not fit."""
    simple = re.fullmatch(r"\^[\w\s.,:;/@+*?()\[\]{}-]+\$", pattern, re.ASCII)
    try:
        return bool(simple) and re.fullmatch(pattern, text) is None
    except re.error:
        return False
