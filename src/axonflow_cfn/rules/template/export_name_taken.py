"""E9033."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExportNameTaken(DeployabilityRule):
    """Two outputs that export the same name."""

    id = "E9033"
    shortdesc = "Two outputs export the same name"
    description = (
        "The name of an export is unique in an account and Region: CloudFormation creates all "
        "resources, then refuses the second export and rolls everything back. Give each its own "
        "name."
    )
    source_url = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html"
    tags = ["outputs", "names"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  Arn: {Value: !Ref Topic, Export: {Name: !Sub '${AWS::StackName}-topic'}}
  Name: {Value: !GetAtt Topic.TopicName, Export: {Name: !Sub '${AWS::StackName}-topic'}}
"""
    good = bad.replace("-topic", "-topic-arn", 1)

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the names pairwise."""
        found = [
            (output, name)
            for output, body in model.outputs.items()
            for name in body.values("Export.Name")
            if name.parts and UNKNOWN not in name.parts
        ]
        for (first, one), (second, other) in combinations(found, 2):
            same = first != second and one.parts == other.parts
            if same and model.together(one, other) is not None:
                yield Finding(
                    other.path,
                    f"{first} exports {other.shown} as well; give each export its own name",
                )
