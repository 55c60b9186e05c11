import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources: {Topic: {Type: AWS::SNS::Topic}}
Outputs:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  One: {Value: a, Export: {Name: !Sub '${AWS::StackName}-x'}}
  Two: {Value: b, Export: {Name: !Join ['-', [!Ref 'AWS::StackName', x]]}}
""",
            [
                (
                    "Outputs/Two/Export/Name",
                    "One exports ${AWS::StackName}-x as well; give each export its own name",
                ),
            ],
        ),
        (
            """
  One: {Value: a, Export: {Name: !If [IsDev, x, y]}}
  Two: {Value: b, Export: {Name: x}}
""",
            [
                (
                    "Outputs/Two/Export/Name",
                    "One exports x as well; give each export its own name",
                ),
            ],
        ),
        (
            """
  One: {Value: a, Export: {Name: !Ref Env}}
  Two: {Value: b, Export: {Name: dev}}
""",
            [
                (
                    "Outputs/Two/Export/Name",
                    "One exports dev as well; give each export its own name",
                ),
            ],
        ),
        # Never both, different, not known.
        (
            """
  One: {Value: a, Export: {Name: !If [IsDev, x, y]}}
  Two: {Value: b, Export: {Name: !If [IsDev, y, x]}}
""",
            [],
        ),
        (
            """
  One: {Value: a, Export: {Name: x}}
  Two: {Value: b}
  Three: {Value: b, Export: {Name: y}}
""",
            [],
        ),
        (
            """
  One: {Value: a, Export: {Name: !ImportValue x}}
  Two: {Value: a, Export: {Name: !ImportValue x}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9033") == expected
