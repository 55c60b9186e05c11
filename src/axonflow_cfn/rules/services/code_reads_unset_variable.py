"""E9915."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

# Set by Lambda, as is all that begins with AWS_:
# https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
_RESERVED = {
    *("HOME", "LANG", "LD_LIBRARY_PATH", "PATH", "PWD", "PYTHONPATH", "TZ", "_HANDLER"),
    "_X_AMZN_TRACE_ID",
}
_SUBSCRIPT = re.compile(r"\benviron\s*\[\s*(['\"])([A-Za-z_]\w*)\1\s*\](?!\s*=[^=])")
_TOLERANT = re.compile(r"\bexcept\b[^:\n]*(KeyError|LookupError|Exception)|\bexcept\s*:")


class CodeReadsUnsetVariable(DeployabilityRule):
    """A function whose code needs a variable that the function has not."""

    id = "E9915"
    shortdesc = "Inline code reads an environment variable that the function does not set"
    description = (
        "os.environ['X'] raises KeyError if X is not among the function's Environment.Variables "
        "and is none of those that Lambda sets; the function fails at every call. Set the "
        "variable under the name that the code reads."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"
    tags = ["resources", "lambda"]
    bad = """
Resources:
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Role: !ImportValue role
      Handler: index.handler
      Environment: {Variables: {TOPIC: !ImportValue topic}}
      Code:
        ZipFile: |
          import os

          def handler(event, context):
              return os.environ["TOPIC_ARN"]
"""
    good = bad.replace("TOPIC: ", "TOPIC_ARN: ")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare what the code reads with what is set."""
        kinds = [resource.type for resource in model.resources.values()]
        if any(kind.startswith("AWS::Greengrass") for kind in kinds):
            return  # a function on a device gets its variables from there
        for function in model.of_type("AWS::Lambda::Function"):
            keys = ("Runtime", "Code.ZipFile", "Environment.Variables")
            for runtime, code, variables in function.cases(*keys):
                if not (runtime.text or "").startswith("python") or code.absent:
                    continue
                names = _names(variables)
                for name in _read(code) if names is not None else ():
                    given = name.startswith("AWS_") or name in _RESERVED
                    if not given and name not in (names or ()):
                        yield Finding(
                            code.path,
                            f"the code of {function.logical_id} reads os.environ['{name}'], which "
                            f"is not set; there is {', '.join(sorted(names or ())) or 'none'}",
                        )


def _names(variables: Value) -> set[str] | None:
    """The variables that a function may have; None if not known."""
    if variables.absent:
        return set()
    if not isinstance(variables.data, dict):
        return None
    if any(key.startswith("Fn::") for key in map(str, variables.data)):
        return None
    # One that is set under a condition counts as set: the code may look at the condition, too.
    return {name for name, _ in variables.items()}


def _read(code: Value) -> list[str]:
    """The variables that Python code certainly needs, in their order."""
    source = "".join(part if isinstance(part, str) else "x" for part in code.parts)
    lines = [line for line in source.splitlines() if not line.lstrip().startswith("#")]
    source = "\n".join(lines)
    if _TOLERANT.search(source):
        return []
    # A name that stands elsewhere as well may be looked for first, or set.
    rest = _SUBSCRIPT.sub("", source)
    names = dict.fromkeys(match[2] for match in _SUBSCRIPT.finditer(source))
    return [name for name in names if not re.search(rf"['\"]{name}['\"]", rest)]
