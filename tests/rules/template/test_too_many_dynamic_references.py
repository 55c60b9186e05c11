import pytest
from linting import report

REFERENCE = "{{resolve:ssm:/a}}"
PARAMETER = "  P{}: {{Type: AWS::SSM::Parameter, Properties: {{Type: String, Value: {}}}}}\n"


def message(count: int) -> str:
    return (
        f"the template has {count} dynamic references, CloudFormation takes 60; this is the first "
        "one too many"
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            [f"'{REFERENCE * 61}'"],
            [
                (
                    "Resources/P0/Properties/Value",
                    message(61),
                )
            ],
        ),
        (
            [f"'{REFERENCE * 30}'", f"!If [C, '{REFERENCE * 31}', x]", f"'{REFERENCE}'"],
            [
                (
                    "Resources/P1/Properties/Value/Fn::If/1",
                    message(62),
                )
            ],
        ),
        ([f"'{REFERENCE * 60}'"], []),
        # What a parameter holds is not known.
        (["!Ref Given", "!Sub '${Given}'"], []),
    ],
    ids=["one string", "several resources", "just fits", "unknown"],
)
def test_cases(values: list[str], expected: list[tuple[str, str]]) -> None:
    head = "Parameters: {Given: {Type: String}}\nConditions: {C: !Equals [!Ref Given, x]}\n"
    body = "".join(PARAMETER.format(index, value) for index, value in enumerate(values))
    assert report(f"{head}Resources:\n{body}", "E9031") == expected
