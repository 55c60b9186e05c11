import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Code: {Type: String, Default: "import os; os.environ['TOPIC_ARN']"}
"""
RESOURCES = """  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: RUNTIME
      VARIABLES
      Code:
        ZipFile: BODY
"""
PATH = "Resources/Function/Properties/Code/ZipFile"
TOPIC = "Environment: {Variables: {TOPIC: x, STAGE: x}}"
READ = """|
          import os
          ARN = os.environ["TOPIC_ARN"]
"""


def found(body: str, variables: str = TOPIC, runtime: str = "python3.13") -> list[tuple[str, str]]:
    text = RESOURCES.replace("VARIABLES", variables).replace("RUNTIME", runtime)
    return report(template(text, body, PARAMETERS), "E9915")


def missing(name: str = "TOPIC_ARN", there: str = "STAGE, TOPIC") -> str:
    return f"the code of Function reads os.environ['{name}'], which is not set; there is {there}"


def test_missing() -> None:
    assert found(READ) == [(PATH, missing())]
    assert found(READ, "Description: x") == [(PATH, missing(there="none"))]
    assert found(READ.replace('"', "'")) == [(PATH, missing())]
    assert found(READ.replace("os.environ", "environ")) == [(PATH, missing())]
    assert found("!Ref Code") == [(PATH, missing())]
    assert found("!If [IsUsed, x, !Ref Code]") == [(f"{PATH}/Fn::If/2", missing())]
    sub = "!Sub |" + READ.removeprefix("|") + "          REGION = '${AWS::Region}'\n"
    assert found(sub) == [(PATH, missing())]
    assert found("!Join [' ', ['import os;', 'print(os.environ[\"A\"])']]") == [
        (PATH, missing("A"))
    ]


@pytest.mark.parametrize(
    "variables",
    [
        "Environment: {Variables: {TOPIC_ARN: x}}",
        "Environment: {Variables: {TOPIC_ARN: !If [IsUsed, x, !Ref AWS::NoValue]}}",
        "Environment: {Variables: !Ref Any}",
        "Environment: !If [IsUsed, {Variables: {TOPIC_ARN: x}}, {Variables: {TOPIC_ARN: y}}]",
    ],
)
def test_set_or_not_known(variables: str) -> None:
    assert found(READ, variables) == []


@pytest.mark.parametrize(
    "line",
    [
        'os.environ.get("TOPIC_ARN")',
        'os.environ["TOPIC_ARN"] = "x"',
        'os.environ["AWS_LAMBDA_FUNCTION_NAME"]',
        'os.environ["TZ"]',
        "os.environ[name]",
        '# os.environ["TOPIC_ARN"]',
        'x = os.environ["TOPIC_ARN"] if "TOPIC_ARN" in os.environ else None',
        'os.environ.setdefault("TOPIC_ARN", "x"); print(os.environ["TOPIC_ARN"])',
    ],
)
def test_reads_that_do_not_fail(line: str) -> None:
    assert found(f"|\n          import os\n          {line}\n") == []


def test_errors_that_are_caught() -> None:
    tried = """|
          try:
              ARN = os.environ["TOPIC_ARN"]
          except KeyError:
              ARN = None
"""
    assert found(tried) == []


def test_other_languages_and_unknown_code() -> None:
    assert found(READ, runtime="nodejs22.x") == []
    assert found(READ, runtime="!Ref Any") == []
    assert found("!Ref Any") == []
    assert found("!ImportValue x") == []


def test_functions_for_devices() -> None:
    device = "  Device: {Type: AWS::Greengrass::FunctionDefinition, Properties: {Name: x}}\n"
    text = RESOURCES.replace("VARIABLES", TOPIC).replace("RUNTIME", "python3.13")
    assert report(template(device + text, READ, PARAMETERS), "E9915") == []
