"""E9038."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# What Java, whose expressions CloudFormation takes, refuses as well. It has more syntax than
# Python, and takes the hyphen in [\w-+] as itself.
_BROKEN = (
    "unterminated character set",
    "missing ), unterminated subpattern",
    "unbalanced parenthesis",
    "nothing to repeat",
    "bad character range",
)


class PatternIsNoRegex(DeployabilityRule):
    """An AllowedPattern that is not a regular expression."""

    id = "E9038"
    shortdesc = "AllowedPattern is not a regular expression"
    description = (
        "CloudFormation refuses the template when it compiles the pattern. Close the brackets, and "
        "escape those that are meant literally."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "parameters-section-structure.html"
    )
    tags = ["parameters"]
    bad = """
Parameters:
  Name: {Type: String, AllowedPattern: '^[a-z+$'}
Resources:
  Topic: {Type: AWS::SNS::Topic}
"""
    good = bad.replace("[a-z+", "[a-z]+")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compile each pattern."""
        for name in model.parameters:
            pattern = model.template["Parameters"][name].get("AllowedPattern")
            try:
                re.compile(pattern if isinstance(pattern, str) else "")
            except re.error as error:
                if error.msg.startswith(_BROKEN) and "\\" not in error.msg:
                    yield Finding(
                        ("Parameters", name, "AllowedPattern"),
                        f"AllowedPattern {pattern} of {name} is no regular expression: {error.msg}",
                    )
