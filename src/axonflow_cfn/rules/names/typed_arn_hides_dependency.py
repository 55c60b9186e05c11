"""W9009."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.arn_uses import typed_arns
from axonflow_cfn.rule import DeployabilityRule, Finding


class TypedArnHidesDependency(DeployabilityRule):
    """An ARN that is put together although the resource is in the template."""

    id = "W9009"
    shortdesc = "Spelled-out ARN hides that a resource must be created first"
    description = (
        "CloudFormation does not see that the ARN belongs to a resource of the same template, so "
        "nothing makes the one wait for the other: the service may be given the ARN of a role or "
        "topic that does not exist yet. Use Fn::GetAtt or Ref, or add DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-dependson.html"
    )
    tags = ["resources", "names", "dependencies"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {RoleName: !Sub '${AWS::StackName}-task'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::StackName}-task
      ContainerDefinitions: [{Name: web, Image: web:1}]
"""
    good = bad.replace(
        "!Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/", "!GetAtt Role.Arn #"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare spelled-out ARNs with the names of resources that are not waited for."""
        for use in typed_arns(model):
            owner = use.owner.logical_id
            if owner not in model.waits_for(use.user.logical_id):
                yield Finding(
                    use.arn.path,
                    f"{use.user.logical_id} does not wait for {owner}, whose ARN it spells out; "
                    f"refer to {owner} instead",
                )
