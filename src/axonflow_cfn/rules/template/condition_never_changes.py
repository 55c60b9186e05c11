"""W9037."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, When
from axonflow_cfn.model.template import mentions
from axonflow_cfn.rule import DeployabilityRule, Finding


class ConditionNeverChanges(DeployabilityRule):
    """A condition that looks at a parameter and comes out the same for every value."""

    id = "W9037"
    shortdesc = "Condition has the same result for every allowed value"
    description = (
        "The condition compares a parameter with something that it can't be (mostly a spelling "
        "that AllowedValues does not have), so one side of it is dead: a resource is never "
        "created, or always. Compare the spelling with AllowedValues and the Rules."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "conditions-section-structure.html"
    )
    tags = ["conditions", "parameters"]
    bad = """
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
Resources:
  Topic: {Type: AWS::SNS::Topic, Condition: IsProduction}
"""
    good = bad.replace("production]", "prod]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask whether each condition can hold, and whether it can fail."""
        raw = model.template.get("Conditions")
        if not isinstance(raw, dict) or not model.conditions.possible(When()):
            return
        for name, test in raw.items():
            names = {mention.name for mention in mentions(test)}
            for holds, word in ((True, "never true"), (False, "never false")):
                possible = model.conditions.possible(When().condition(str(name), holds=holds))
                if names & model.parameters.keys() and not possible:
                    yield Finding(
                        ("Conditions", str(name)),
                        f"{name} is {word}, whatever {', '.join(sorted(names))} may be; compare "
                        "the spelling with AllowedValues",
                    )
