import pytest
from linting import report

HEAD = """
Parameters:
  Plan: {Type: String, Default: Small, AllowedValues: [Small, Large]}
  Free: {Type: String, Default: ''}
Resources: {Topic: {Type: AWS::SNS::Topic}}
Rules:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Plans: {Assertions: [{Assert: !Equals [!Ref Plan, Huge]}]}
""",
            [
                (
                    "Rules/Plans",
                    (
                        "no allowed value fulfils rule Plans; compare the assertions with "
                        "AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  One: {Assertions: [{Assert: !Equals [!Ref Plan, Small]}]}
  Two: {Assertions: [{Assert: !Equals [!Ref Plan, Large]}]}
""",
            [
                (
                    "Rules",
                    (
                        "no allowed value fulfils all rules together; compare the assertions "
                        "with AllowedValues"
                    ),
                ),
            ],
        ),
        (
            """
  Plans: {Assertions: [{Assert: {'Fn::Contains': [[Huge, Tiny], !Ref Plan]}}]}
""",
            [
                (
                    "Rules/Plans",
                    (
                        "no allowed value fulfils rule Plans; compare the assertions with "
                        "AllowedValues"
                    ),
                ),
            ],
        ),
        # Fulfilled by something, or by nothing that the template tells.
        (
            """
  Plans: {Assertions: [{Assert: !Not [!Equals [!Ref Plan, Small]]}]}
""",
            [],
        ),
        (
            """
  Free: {Assertions: [{Assert: !Not [!Equals [!Ref Free, '']]}]}
""",
            [],
        ),
        (
            """
  Plans:
    RuleCondition: !Equals [!Ref Plan, Huge]
    Assertions: [{Assert: !Equals [!Ref Plan, Huge]}]
""",
            [],
        ),
        (
            """
  Plans: {Assertions: [{Assert: {'Fn::EachMemberIn': [[!Ref Free], [x]]}}]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9036") == expected
