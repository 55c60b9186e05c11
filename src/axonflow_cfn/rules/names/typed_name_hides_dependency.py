"""E9007."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.name_uses import typed_names
from axonflow_cfn.rule import DeployabilityRule, Finding


class TypedNameHidesDependency(DeployabilityRule):
    """A name that is typed where a Ref would make CloudFormation wait."""

    id = "E9007"
    shortdesc = "Typed name hides that a resource must be created first"
    description = (
        "CloudFormation orders resources by Ref, Fn::GetAtt, Fn::Sub and DependsOn. A name typed a "
        "second time says nothing: both resources start at the same time, the service looks for "
        "one that does not exist yet, and the stack rolls back. Use Ref, or add DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-dependson.html"
    )
    tags = ["resources", "names", "dependencies"]
    bad = """
Resources:
  SubnetGroup:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupName: !Sub ${AWS::StackName}-subnets
      DBSubnetGroupDescription: private
      SubnetIds: [subnet-1, subnet-2]
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBSubnetGroupName: !Sub '${AWS::StackName}-subnets'}
"""
    good = bad.replace("{DBSubnetGroupName: !Sub '${AWS::StackName}-subnets'}",
                       "{DBSubnetGroupName: !Ref SubnetGroup}")  # fmt: skip

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare typed names with the names of resources that are not waited for."""
        for use in typed_names(model):
            before = model.waits_for(use.user.logical_id) if use.owners else frozenset()
            owners = [owner.logical_id for owner in use.owners]
            if owners and before.isdisjoint(owners):
                yield Finding(
                    use.name.path,
                    f"{use.user.logical_id} does not wait for {owners[0]} but spells out its name; "
                    f"use !Ref {owners[0]}",
                )
