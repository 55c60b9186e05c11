import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Days: {Type: Number, Default: 30}
"""
RESOURCES = """  Group:
    Type: AWS::Logs::LogGroup
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "LogGroupName: !Ref Any",
            [
                (
                    "Resources/Group/Properties",
                    "Group keeps its events for ever; state RetentionInDays",
                )
            ],
        ),
        (
            "RetentionInDays: !If [IsUsed, 30, !Ref AWS::NoValue]",
            [
                (
                    "Resources/Group/Properties/RetentionInDays/Fn::If/2",
                    "Group keeps its events for ever; state RetentionInDays",
                )
            ],
        ),
        ("RetentionInDays: 30", []),
        # a parameter
        ("RetentionInDays: !Ref Days", []),
        ("RetentionInDays: !Ref Any", []),
        ("LogGroupClass: DELIVERY", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9615") == expected
