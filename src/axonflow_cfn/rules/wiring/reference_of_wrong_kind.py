"""E9742."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.references import WrongReference, wrong_references
from axonflow_cfn.model.values import show
from axonflow_cfn.rule import DeployabilityRule, Finding


class ReferenceOfWrongKind(DeployabilityRule):
    """A name where an ARN is needed, a URL where a name is, or another resource altogether."""

    id = "E9742"
    shortdesc = "Property refers to the wrong attribute, or to the wrong kind of resource"
    description = (
        "What Ref gives differs from type to type: of a function, a cluster or a role the name, of "
        "a queue the URL, of a topic, a target group or a secret the ARN. A property that needs an "
        "ARN refuses a name or URL, and the other way round; so it does with the ARN of another "
        "kind of resource. Use what the message names."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-template-resource-type-ref.html"
    )
    tags = ["resources", "functions", "wiring"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: sqs, Endpoint: !Ref Queue}
"""
    good = bad.replace("Endpoint: !Ref Queue", "Endpoint: !GetAtt Queue.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each reference with what its property takes."""
        for wrong in wrong_references(model):
            yield Finding(wrong.value.path, _message(wrong))


def _message(wrong: WrongReference) -> str:
    reference = wrong.value.reference
    resource = wrong.value.follow()
    shown = show(reference) if reference else ""
    if resource and resource.type in wrong.right:
        attribute = wrong.right[resource.type][0]
        name = resource.logical_id
        use = f"!GetAtt {name}.{attribute}" if attribute else f"!Ref {name}"
        return f"{wrong.key} does not take {shown}; use {use}"
    kind = resource.type if resource else ""
    return f"{wrong.key} does not take {shown} of {kind}; it takes {' or '.join(wrong.right)}"
