"""W9547."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import repeated
from axonflow_cfn.rule import DeployabilityRule, Finding

_HOLDERS = ("AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::User")


class PolicyNameRepeated(DeployabilityRule):
    """Two inline policies with one name."""

    id = "W9547"
    shortdesc = "Two inline policies of a role have the same name"
    description = (
        "A name stands for one inline policy: the later one takes the place of the first, whose "
        "permissions are missing. Give each its own PolicyName."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html"
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: one
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]
        - PolicyName: one
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{Effect: Allow, Action: ecs:ListClusters, Resource: '*'}]
"""
    good = "two".join(bad.rsplit("one", 1))

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the names of each holder's policies."""
        for holder in model.of_type(*_HOLDERS):
            for name in repeated(holder, "Policies.*.PolicyName"):
                yield Finding(
                    name.path,
                    f"{holder.logical_id} has two inline policies named {name.shown}, of which one "
                    "is kept; rename one",
                )
