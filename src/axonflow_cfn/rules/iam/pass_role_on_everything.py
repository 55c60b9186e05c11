"""W9510."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import covers_action, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding


class PassRoleOnEverything(DeployabilityRule):
    """Any role of the account can be handed to a service."""

    id = "W9510"
    shortdesc = "iam:PassRole on every role"
    description = (
        "Whoever may pass any role may start a task or function with an administrator's. Name the "
        "roles as Resource, or restrict iam:PassedToService."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: iam:PassRole, Resource: '*'}]
"""
    good = bad.replace("'*'", "!Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app-task'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at statements on every role."""
        for statement in of_kind(model, "identity"):
            if statement.effect != "Allow" or statement.conditional:
                continue
            passes = any(covers_action(action, "iam:PassRole") for action in statement.actions)
            for resource in statement.resources:
                text = resource.text or "".join(p for p in resource.parts if isinstance(p, str))
                if passes and (text == "*" or text.endswith((":role/*", ":*"))):
                    yield Finding(
                        resource.path,
                        f"iam:PassRole on {resource.shown} hands any role to any service; name the "
                        "roles",
                    )
