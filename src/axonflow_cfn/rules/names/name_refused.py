"""E9003."""

from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, TemplateModel, Value
from axonflow_cfn.model.name_forms import NAME_FORMS
from axonflow_cfn.model.values import Symbol
from axonflow_cfn.rule import DeployabilityRule, Finding

# These have rules of their own: E9229, E9405 and E9537.
_ELSEWHERE = {
    "AWS::EC2::SecurityGroup",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::ElasticLoadBalancingV2::TargetGroup",
    "AWS::KMS::Alias",
}
_SAMPLES = {"AWS::AccountId": "123456789012", "AWS::Region": "us-east-1"}


class NameRefused(DeployabilityRule):
    """A name with characters that its service refuses."""

    id = "E9003"
    shortdesc = "Name has characters that its service refuses"
    description = (
        "The service refuses the name and the stack rolls back: a hyphen at the end of a "
        "database's name or two in a row, an upper-case letter in a bucket's, a dot in a queue's. "
        "What is put in by parameters or the stack name is taken to be harmless; the rest is "
        "looked at. Mend the name, or leave it out and let CloudFormation make one."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-name.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Sub '${AWS::StackName}.jobs'}
"""
    good = bad.replace(".jobs", "-jobs")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Match each name, with harmless text where a piece is not known."""
        for (kind, key), form in NAME_FORMS.items():
            for resource in model.of_type(kind) if kind not in _ELSEWHERE else ():
                refused = {
                    name.path: name
                    for name in reversed(list(resource.values(key)))
                    if (samples := _samples(name)) and not any(map(form.pattern.fullmatch, samples))
                }
                for path, name in refused.items():
                    yield Finding(
                        path, f"{kind} refuses {key} {name.shown}: allowed are {form.says}"
                    )


def _samples(name: Value) -> list[str]:
    """A name as it may come out, what leads it being a path or not; [] if nothing is literal."""
    literal = any(part and isinstance(part, str) for part in name.parts)
    if not literal or any(isinstance(part, DynamicReference) for part in name.parts):
        return []
    sample = "".join(
        part if isinstance(part, str) else _SAMPLES.get(part.name, "x")
        if isinstance(part, Symbol) else "x"
        for part in name.parts
    )  # fmt: skip
    first = name.parts[0]
    fixed = isinstance(first, str) or (isinstance(first, Symbol) and first.pseudo)
    return [sample] if fixed else [sample, f"/{sample}"]
