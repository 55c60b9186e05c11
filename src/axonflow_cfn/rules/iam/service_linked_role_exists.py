"""W9545."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class ServiceLinkedRoleExists(DeployabilityRule):
    """A service-linked role that most accounts have already."""

    id = "W9545"
    shortdesc = "Service-linked role fails where the account has it already"
    description = (
        "A service makes its service-linked role on first use, and the stack fails in every "
        "account that has it (Service role name ... has been taken in this account). On delete it "
        "takes the role away from other stacks. Leave it to the service, or create it once outside "
        "the stack."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Linked:
    Type: AWS::IAM::ServiceLinkedRole
    Properties: {AWSServiceName: ecs.amazonaws.com}
"""
    good = (
        bad.replace("Properties: {", "Condition: IsFirst\n    Properties: {")
        + """
Parameters:
  First: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  IsFirst: !Equals [!Ref First, 'yes']
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for roles that are made in any case, under the service's one name."""
        for role in model.of_type("AWS::IAM::ServiceLinkedRole"):
            for name, suffix in role.cases("AWSServiceName", "CustomSuffix"):
                if suffix.absent and not role.when.conditions and not name.when.conditions:
                    yield Finding(
                        role.path,
                        f"The service-linked role of {name.shown} exists in most accounts, where "
                        "the stack fails; leave it to the service or give it a Condition",
                    )
