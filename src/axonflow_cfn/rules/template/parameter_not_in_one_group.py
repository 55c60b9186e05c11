"""I9032."""

from collections import Counter
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, When
from axonflow_cfn.model.values import Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_INTERFACE = ("Metadata", "AWS::CloudFormation::Interface")


class ParameterNotInOneGroup(DeployabilityRule):
    """A parameter that the console shows elsewhere than the author thinks."""

    id = "I9032"
    shortdesc = "Parameter is in no group of the interface, or in two"
    description = (
        "The template groups its parameters for the console. A parameter that no group lists is "
        "shown last, under 'Other parameters'; one that two groups list is shown in one of them. "
        "List each parameter in exactly one group."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-cloudformation-interface.html"
    )
    tags = ["template", "parameters", "metadata"]
    bad = """
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups: [{Label: {default: Network}, Parameters: [VpcId]}]
Parameters:
  VpcId: {Type: AWS::EC2::VPC::Id}
  Bucket: {Type: String}
Resources:
  Topic: {Type: AWS::SNS::Topic}
"""
    good = bad.replace("[VpcId]", "[VpcId, Bucket]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count in how many groups each parameter is."""
        metadata = model.template.get(_INTERFACE[0])
        raw = metadata.get(_INTERFACE[1]) if isinstance(metadata, dict) else None
        if not isinstance(raw, dict) or "ParameterGroups" not in raw:
            return
        interface = Value(raw, _INTERFACE, When(), model)
        listed = Counter(v.text for v in interface.values("ParameterGroups.*.Parameters.*"))
        for name in model.parameters:
            if listed[name] != 1:
                where = "no group" if not listed[name] else f"{listed[name]} groups"
                yield Finding(
                    ("Parameters", name),
                    f"{name} is in {where} of AWS::CloudFormation::Interface; list it in one",
                )
