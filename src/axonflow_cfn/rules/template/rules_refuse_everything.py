"""E9036."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, When
from axonflow_cfn.model.conditions import Conditions
from axonflow_cfn.rule import DeployabilityRule, Finding


class RulesRefuseEverything(DeployabilityRule):
    """Rules that no choice of parameters fulfils."""

    id = "E9036"
    shortdesc = "Rules refuse every choice of parameters"
    description = (
        "CloudFormation evaluates Rules before it creates anything. Here no combination of allowed "
        "values fulfils all assertions that apply, so the template can't be deployed at all. "
        "Compare the assertions with the parameters' AllowedValues."
    )
    source_url = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html"
    tags = ["rules", "parameters"]
    bad = """
Parameters:
  Plan: {Type: String, Default: Small, AllowedValues: [Small, Large]}
Rules:
  Plans:
    Assertions:
      - Assert: !Equals [!Ref Plan, Huge]
        AssertDescription: Choose a plan.
Resources:
  Topic: {Type: AWS::SNS::Topic}
"""
    good = bad.replace("Huge", "Large")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Try all rules together, then each alone to say which it is."""
        raw = model.template.get("Rules")
        if model.conditions.possible(When()) or not isinstance(raw, dict):
            return
        allowed = {p.name: p.allowed for p in model.parameters.values() if not p.open}
        alone = [
            name
            for name, rule in raw.items()
            if not Conditions({**model.template, "Rules": {name: rule}}, allowed).possible(When())
        ]
        for name in alone or [""]:
            yield Finding(
                ("Rules", str(name)) if name else ("Rules",),
                f"no allowed value fulfils {f'rule {name}' if name else 'all rules together'}; "
                "compare the assertions with AllowedValues",
            )
