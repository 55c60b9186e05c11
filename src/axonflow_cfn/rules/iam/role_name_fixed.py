"""W9520."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Symbol, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_NAMES = {
    "AWS::IAM::Group": "GroupName",
    "AWS::IAM::InstanceProfile": "InstanceProfileName",
    "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::User": "UserName",
}
# Services look for these by name.
_GIVEN = re.compile(r"dms-(vpc|cloudwatch-logs)-role|AWSCloudFormationStackSet\w+Role")
_TELLING = {"AWS::StackName", "AWS::StackId", "AWS::Region"}


class RoleNameFixed(DeployabilityRule):
    """An IAM name that only one stack of the account can have."""

    id = "W9520"
    shortdesc = "Fixed name of a role, policy or user"
    description = (
        "IAM names are unique in the whole account, so that a second stack, also one of another "
        "Region, fails (already exists), and so does every update that replaces the resource. It "
        "needs CAPABILITY_NAMED_IAM as well. Leave the name out, or build it from the stack's "
        "name and Region."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-iam-role.html#cfn-iam-role-rolename"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app-task
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
"""
    good = bad.replace("app-task", "!Sub '${AWS::StackName}-${AWS::Region}-task'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for names that nothing of the stack goes into."""
        for resource in model.of_type(*_NAMES):
            for name in resource.values(_NAMES[resource.type]):
                symbols = {part.name for part in name.parts if isinstance(part, Symbol)}
                given = _GIVEN.fullmatch(name.text or "")
                if name.text and not name.sources and not symbols & _TELLING and not given:
                    yield Finding(
                        name.path,
                        f"{_NAMES[resource.type]} {name.shown} can exist once in an account; leave "
                        "it out or add the stack's name",
                    )
