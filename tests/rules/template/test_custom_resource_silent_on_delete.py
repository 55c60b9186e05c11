import textwrap

import pytest
from linting import report

HEAD = """
Parameters:
  Any: {Type: String}
  Silent:
    Type: String
    Default: "def handler(e, c):\\n  if e['RequestType'] == 'Delete':\\n    return"
  Odd: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  IsOdd: !Equals [!Ref Odd, 'yes']
Resources:
  Setup: {Type: Custom::Setup, Properties: {ServiceToken: !GetAtt Work.Arn, ServiceTimeout: 60}}
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: r
      Runtime: RUNTIME
      Handler: index.handler
      Code:
        ZipFile: """
PLACE = "Resources/Work/Properties/Code/ZipFile"
SAID = (
    "on Delete this code returns without an answer, so that Setup is never deleted; "
    "send SUCCESS first"
)


def found(value: str, runtime: str = "python3.13") -> list[tuple[str, str]]:
    return report(HEAD.replace("RUNTIME", runtime) + value + "\n", "E9048")


def code(body: str, start: str = "|") -> str:
    """A handler with this body, as a block of YAML."""
    function = "def handler(event, context):\n" + textwrap.indent(textwrap.dedent(body), "    ")
    return start + "\n" + textwrap.indent("import cfnresponse\n" + function, " " * 10)


PLAIN = """
    if event["RequestType"] == "Delete":
        return
    cfnresponse.send(event, context, "SUCCESS", {})
"""


@pytest.mark.parametrize(
    "body",
    [
        PLAIN,
        PLAIN.replace('event["RequestType"]', "event.get('RequestType')"),
        PLAIN.replace("return", 'print("nothing to do")\n        return {}'),
        """
    print(event)
    kind = event["RequestType"]
    try:
        if event["RequestType"] == "Delete":
            return
        cfnresponse.send(event, context, "SUCCESS", {})
    except Exception:
        cfnresponse.send(event, context, "FAILED", {})
""",
    ],
)
def test_silent(body: str) -> None:
    assert found(code(body)) == [(PLACE, SAID)]
    assert found(code(body, start="!Sub |").replace("{}", "{'a': '${Any}'}")) == [(PLACE, SAID)]


def test_branches_and_parameters() -> None:
    assert found("!If [IsOdd, 'import cfnresponse', !Ref Silent]") == [(f"{PLACE}/Fn::If/2", SAID)]


@pytest.mark.parametrize(
    "body",
    [
        # Answered before, in the branch, or in the end.
        PLAIN.replace("        return", '        cfnresponse.send(event, context, "SUCCESS", {})'),
        'cfnresponse.send(event, context, "SUCCESS", {})\n' + textwrap.dedent(PLAIN),
        """
    try:
        if event["RequestType"] == "Delete":
            return
    finally:
        cfnresponse.send(event, context, "SUCCESS", {})
""",
        # Who knows what it calls.
        PLAIN.replace("return", "return answer(event)"),
        "start(event)\n" + textwrap.dedent(PLAIN),
        # Another request, or none.
        PLAIN.replace("Delete", "Create"),
        PLAIN.replace('"Delete"', "kind"),
        PLAIN.replace("==", "!="),
        PLAIN.replace("return", "kind = 1"),
        PLAIN.replace("RequestType", "Kind"),
        "while True pass",
    ],
)
def test_not_certainly_silent(body: str) -> None:
    assert found(code(body)) == []


def test_other_code() -> None:
    assert found(code(PLAIN), runtime="nodejs22.x") == []
    assert found(code(PLAIN).replace("def handler", "def other")) == []
    assert found(code(PLAIN).replace("def handler", "@helper\n          def handler")) == []
    assert found("!Ref Any") == []
