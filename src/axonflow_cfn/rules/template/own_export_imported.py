"""E9034."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.functions import calls
from axonflow_cfn.rule import DeployabilityRule, Finding


class OwnExportImported(DeployabilityRule):
    """A stack that waits for what it exports itself."""

    id = "E9034"
    shortdesc = "Template imports a value that it exports itself"
    description = (
        "An export exists once the stack that makes it is complete, so the stack can't import it "
        "('No export named ... found'). Refer to the resource itself."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "intrinsic-function-reference-importvalue.html"
    )
    tags = ["outputs", "functions"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Parameter:
    Type: AWS::SSM::Parameter
    Properties: {Type: String, Value: !ImportValue topic}
Outputs:
  Topic: {Value: !Ref Topic, Export: {Name: topic}}
"""
    good = bad.replace("!ImportValue topic", "!Ref Topic")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for imports among the exports."""
        exports = {
            name.parts: output
            for output, body in model.outputs.items()
            for name in body.values("Export.Name")
            if UNKNOWN not in name.parts
        }
        for call in calls(model, "Fn::ImportValue") if exports else ():
            for name in model.resolve(call.argument, call.path, call.when):
                if name.parts in exports:
                    yield Finding(
                        call.path,
                        f"{name.shown} is exported by {exports[name.parts]} of this template and "
                        "does not exist before the stack does; refer to its value directly",
                    )
