"""E9048."""

import ast
import warnings
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_QUIET = {"print", "debug", "info", "warning", "error", "exception"}


class CustomResourceSilentOnDelete(DeployabilityRule):
    """A custom resource whose function returns on Delete without an answer."""

    id = "E9048"
    shortdesc = "Function returns on Delete without an answer to CloudFormation"
    description = (
        "CloudFormation waits for an answer to Delete as to any other request. A function that "
        "merely returns leaves the stack in DELETE_IN_PROGRESS until ServiceTimeout, and then in "
        "DELETE_FAILED. Send SUCCESS before the return."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "crpg-ref-responses.html"
    )
    tags = ["resources", "lambda", "cloudformation"]
    bad = """
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: arn:aws:iam::123456789012:role/setup
      Code:
        ZipFile: |
          import cfnresponse

          def handler(event, context):
              if event["RequestType"] == "Delete":
                  return
              cfnresponse.send(event, context, cfnresponse.SUCCESS, {})
  Setup:
    Type: Custom::Setup
    Properties: {ServiceToken: !GetAtt Function.Arn, ServiceTimeout: 60}
"""
    good = bad.replace(
        '"Delete":\n',
        '"Delete":\n                  cfnresponse.send(event, context, "SUCCESS", {})\n',
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the inline Python code of the function behind each custom resource."""
        for resource in model.resources.values():
            custom = resource.type.startswith("Custom::")
            if custom or resource.type == "AWS::CloudFormation::CustomResource":
                for token in resource.values("ServiceToken"):
                    function = token.follow("AWS::Lambda::Function")
                    keys = ("Runtime", "Handler", "Code.ZipFile")
                    for runtime, handler, code in function.cases(*keys) if function else ():
                        python = (runtime.text or "").startswith("python")
                        if python and _returns(code, handler):
                            yield Finding(
                                code.path,
                                f"on Delete this code returns without an answer, so that "
                                f"{resource.logical_id} is never deleted; send SUCCESS first",
                            )


def _returns(code: Value, handler: Value) -> bool:
    source = "".join(part if isinstance(part, str) else "x" for part in code.parts)
    name = (handler.text or "").rpartition(".")[2]
    try:
        with warnings.catch_warnings(action="ignore"):  # what the code is warned of is not ours
            tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    # More than one way to answer is more than this can follow.
    found = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
    return len(found) == 1 and not found[0].decorator_list and _leaves(found[0].body)


def _leaves(body: list[ast.stmt]) -> bool:
    """Whether a block comes to a silent return on Delete before anything that could answer."""
    for statement in body:
        if isinstance(statement, ast.If) and _is_delete(statement.test):
            return isinstance(statement.body[-1], ast.Return) and all(
                map(_is_quiet, statement.body)
            )
        if isinstance(statement, ast.Try):
            return not statement.finalbody and _leaves(statement.body)
        if not _is_quiet(statement):
            return False
    return False


def _is_delete(test: ast.expr) -> bool:
    match test:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[ast.Constant(value="Delete")]):
            return "RequestType" in ast.unparse(left)
    return False


def _is_quiet(statement: ast.stmt) -> bool:
    """Whether a statement certainly sends nothing: it calls nothing but what logs or reads."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ast.unparse(called)
            if name not in _QUIET | {"get", "dumps", "str"}:
                return False
    return True
