import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Module: {Type: String, Default: app}
"""
RESOURCES = """  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: x, BODY}
"""
PATH = "Resources/Function/Properties/Handler"
CODE = "Code: {ZipFile: 'def run(event, context): pass'}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"Handler: app.run, {CODE}",
            [
                (
                    PATH,
                    "Handler app.run is in no file: ZipFile is stored as index; write index.run",
                )
            ],
        ),
        (
            f"Handler: !Sub '${{Module}}.run', {CODE}",
            [
                (
                    PATH,
                    (
                        "Handler app.run (parameter Module) is in no file: ZipFile is stored as index;"
                        " write index.run"
                    ),
                )
            ],
        ),
        (
            f"Handler: !If [IsUsed, index.run, index.start], {CODE}",
            [(f"{PATH}/Fn::If/2", "the code of Function does not define start")],
        ),
        (f"Handler: index.run, {CODE}", []),
        ("Handler: index.start, Code: {ZipFile: !Sub 'exports.${Any} = 1'}", []),
        ("Handler: app.run, Code: {S3Bucket: b, S3Key: k}", []),
        (f"Handler: !Ref Any, {CODE}", []),
        # Whether that holds ZipFile is not known.
        ("Handler: bootstrap, Code: {'Fn::Transform': {Name: AWS::Include}}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9902") == expected
