"""E9756."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding


class FunctionSubnetsWithoutGroups(DeployabilityRule):
    """A function of a VPC that has subnets or security groups, but not both."""

    id = "E9756"
    shortdesc = "Function in a VPC has subnets or security groups, not both"
    description = (
        "Lambda refuses the function ('SubnetIds and SecurityIds must coexist or be both empty "
        "list'). Name the other as well."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html"
    tags = ["resources", "lambda"]
    bad = """
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties: {VpcConfig: {SubnetIds: [subnet-12345678]}}
"""
    good = bad.replace("{SubnetIds", "{SecurityGroupIds: [sg-12345678], SubnetIds")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for one list without the other."""
        for function in model.of_type("AWS::Lambda::Function"):
            for subnets, groups in function.cases(
                "VpcConfig.SubnetIds", "VpcConfig.SecurityGroupIds"
            ):
                if _filled(subnets) and _empty(groups):
                    yield Finding(groups.path, "SubnetIds need SecurityGroupIds; add them")
                if _filled(groups) and _empty(subnets):
                    yield Finding(subnets.path, "SecurityGroupIds need SubnetIds; add them")


def _filled(value: Value) -> bool:
    return any(value.elements()) and () not in value.elements()


def _empty(value: Value) -> bool:
    return value.absent or () in value.elements()
