"""E9003."""

from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, TemplateModel, Value
from axonflow_cfn.model.name_forms import NAME_FORMS
from axonflow_cfn.model.values import Symbol
from axonflow_cfn.rule import DeployabilityRule, Finding

_SAMPLES = {"AWS::AccountId": "123456789012", "AWS::Region": "us-east-1"}


class NameRefused(DeployabilityRule):
    """A name with characters that its service refuses."""

    id = "E9003"
    shortdesc = "Name has characters that its service refuses"
    description = (
        "The service refuses the name and the stack rolls back: a hyphen at the end of a load "
        "balancer's or database's name, two hyphens in a row in a database's, an upper-case "
        "letter in a bucket's, 'internal-' in front of a load balancer's. What is put in by "
        "parameters or the stack name is taken to be harmless; the rest is looked at. Mend the "
        "name, or leave it out and let CloudFormation make one."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-name.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Name: !Sub 'internal-${AWS::StackName}'}
"""
    good = bad.replace("internal-${AWS::StackName}", "${AWS::StackName}-internal")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Match each name, with harmless text where a piece is not known."""
        for (kind, key), form in NAME_FORMS.items():
            for resource in model.of_type(kind):
                for name in resource.values(key):
                    sample = _sample(name)
                    if sample and not form.pattern.fullmatch(sample):
                        yield Finding(
                            name.path,
                            f"{kind} refuses {key} {name.shown}: allowed are {form.says}",
                        )


def _sample(name: Value) -> str:
    """A name as it may come out; '' if nothing of it is literal."""
    literal = any(isinstance(part, str) for part in name.parts)
    if not literal or any(isinstance(part, DynamicReference) for part in name.parts):
        return ""
    return "".join(
        part if isinstance(part, str) else _SAMPLES.get(part.name, "x")
        if isinstance(part, Symbol) else "x"
        for part in name.parts
    )  # fmt: skip
