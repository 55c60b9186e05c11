import pytest
from linting import report

HEAD = """
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Free: {Type: String, Default: dev}
Resources: {Topic: {Type: AWS::SNS::Topic}}
Conditions:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  IsLive: !Equals [!Ref Stage, production]
""",
            [
                (
                    "Conditions/IsLive",
                    (
                        "IsLive is never true, whatever Stage may be; compare the spelling "
                        "with AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  IsAny: !Or [!Equals [!Ref Stage, dev], !Equals [!Ref Stage, prod]]
""",
            [
                (
                    "Conditions/IsAny",
                    (
                        "IsAny is never false, whatever Stage may be; compare the spelling "
                        "with AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  One: !Equals [!Ref Stage, dev]
  Both: !And [!Condition One, !Equals [!Ref Stage, prod]]
""",
            [
                (
                    "Conditions/Both",
                    (
                        "Both is never true, whatever Stage may be; compare the spelling with"
                        " AllowedValues"
                    ),
                ),
            ],
        ),
        # Either way, of a free parameter, of no parameter.
        (
            """
  IsLive: !Equals [!Ref Stage, prod]
""",
            [],
        ),
        (
            """
  IsLive: !Equals [!Ref Free, production]
""",
            [],
        ),
        (
            """
  Never: !Equals [a, b]
""",
            [],
        ),
        (
            """
  Here: !Equals [!Ref 'AWS::Region', nowhere]
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9037") == expected
