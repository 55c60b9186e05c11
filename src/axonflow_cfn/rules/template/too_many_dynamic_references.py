"""E9031."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.functions import texts
from axonflow_cfn.rule import DeployabilityRule, Finding

_LIMIT = 60
_OPENING = "{{resolve:"


class TooManyDynamicReferences(DeployabilityRule):
    """More dynamic references than CloudFormation resolves."""

    id = "E9031"
    shortdesc = "Template has more dynamic references than CloudFormation takes"
    description = (
        "CloudFormation takes at most 60 dynamic references ({{resolve:...}}) in one template and "
        "refuses the stack. Read a value once and pass it on by Ref or Fn::GetAtt, or split the "
        "template."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html"
    )
    tags = ["template", "limits"]
    bad = """
Resources:
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: 'REFERENCES'}
""".replace("REFERENCES", "{{resolve:ssm:/a}} " * 61)
    good = bad.replace("{{resolve:ssm:/a}} ", "", 1)

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count them."""
        found = [
            path
            for section in ("Resources", "Outputs")
            for text, path in texts(model.template.get(section), (section,))
            for _ in range(text.count(_OPENING))
        ]
        if len(found) > _LIMIT:
            yield Finding(
                found[_LIMIT],
                f"the template has {len(found)} dynamic references, CloudFormation takes {_LIMIT}; "
                "this is the first one too many",
            )
