"""W9513."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import statements
from axonflow_cfn.rule import DeployabilityRule, Finding


class AllowWithNot(DeployabilityRule):
    """An Allow that means everything else."""

    id = "W9513"
    shortdesc = "Allow with NotAction, NotResource or NotPrincipal"
    description = (
        "Allow with NotAction, NotResource or NotPrincipal allows everything that is not listed, "
        "what AWS adds tomorrow included. List what is allowed, or use Deny with the Not form."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, NotAction: 'iam:*', Resource: '*'}]
"""
    good = bad.replace("Allow, NotAction", "Deny, NotAction")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at unconditional Allow statements."""
        for statement in statements(model):
            if statement.effect != "Allow" or statement.conditional:
                continue
            for name, found in (
                ("NotAction", statement.not_actions),
                ("NotResource", statement.not_resources),
                ("NotPrincipal", statement.excluded),
            ):
                if found:
                    yield Finding(
                        statement.origin.path,
                        f"Allow with {name} allows all that is not listed in {statement.name} of "
                        f"{statement.holder.logical_id}; list what is allowed",
                    )
