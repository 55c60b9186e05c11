"""E9902."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class InlineHandlerMissing(DeployabilityRule):
    """A handler that the inline code does not have."""

    id = "E9902"
    shortdesc = "Handler is not in the code that the template holds"
    description = (
        "CloudFormation stores ZipFile as index.py or index.js. A handler of another file, or a "
        "function that the code does not define, fails at the first call (ImportModuleError, "
        "HandlerNotFound). Name it index.<function>."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-lambda-function-code.html"
    )
    tags = ["resources", "lambda"]
    bad = """
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Role: !ImportValue role
      Handler: main.handler
      Code: {ZipFile: 'def handler(event, context): return None'}
"""
    good = bad.replace("main.", "index.")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at functions whose code stands in the template."""
        for function in model.of_type("AWS::Lambda::Function"):
            for handler, code in function.cases("Handler", "Code.ZipFile"):
                if handler.text is None or code.absent or code.data is UNKNOWN:
                    continue
                file, _, name = handler.text.rpartition(".")
                if file != "index":
                    yield Finding(
                        handler.path,
                        f"Handler {handler.shown} is in no file: ZipFile is stored as index; "
                        f"write index.{name}",
                    )
                elif code.text is not None and not re.search(rf"\b{re.escape(name)}\b", code.text):
                    yield Finding(
                        handler.path, f"the code of {function.logical_id} does not define {name}"
                    )
