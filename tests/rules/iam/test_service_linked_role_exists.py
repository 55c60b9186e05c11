import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Name: {Type: String, AllowedValues: [rds.amazonaws.com]}
"""
RESOURCES = """  Linked:
    Type: AWS::IAM::ServiceLinkedRole
    BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Properties: {AWSServiceName: ecs.amazonaws.com}",
            [
                (
                    "Resources/Linked",
                    (
                        "The service-linked role of ecs.amazonaws.com exists in most accounts, "
                        "where the stack fails; leave it to the service or give it a Condition"
                    ),
                )
            ],
        ),
        (
            "Properties: {AWSServiceName: !Ref Name}",
            [
                (
                    "Resources/Linked",
                    (
                        "The service-linked role of rds.amazonaws.com (parameter Name) exists "
                        "in most accounts, where the stack fails; leave it to the service or "
                        "give it a Condition"
                    ),
                )
            ],
        ),
        # only where asked for
        (
            (
                "Properties: {AWSServiceName: ecs.amazonaws.com, CustomSuffix: !If "
                "[IsUsed, x, !Ref AWS::NoValue]}"
            ),
            [],
        ),
        (("Condition: IsUsed\n    Properties: {AWSServiceName: ecs.amazonaws.com}"), []),
        ("Properties: {AWSServiceName: ecs.amazonaws.com, CustomSuffix: !Ref Any}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9545") == expected
