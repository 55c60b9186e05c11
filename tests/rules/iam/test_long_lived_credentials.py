import pytest
from linting import report
from snippets import template

RESOURCES = """  User: {Type: AWS::IAM::User}
BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "  Key: {Type: AWS::IAM::AccessKey, Properties: {UserName: !Ref User}}",
            [("Resources/Key", "Key is a key that does not expire; use a role")],
        ),
        (
            (
                "  Key: {Type: AWS::IAM::AccessKey, Properties: {UserName: !Ref Any}}\n"
                "Outputs:\n"
                "  Secret: {Value: !If [IsUsed, !GetAtt Key.SecretAccessKey, x]}\n"
                "  Id: {Value: !Ref Key}"
            ),
            [
                (
                    "Outputs/Secret/Value/Fn::If/1",
                    (
                        "Output Secret shows the secret of Key to whoever may describe the "
                        "stack; remove it"
                    ),
                ),
                ("Resources/Key", "Key is a key that does not expire; use a role"),
            ],
        ),
        ("", []),
        (("Outputs:\n  Name: {Value: !Ref User}\n  Other: {Value: !Ref Any}"), []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "W9522") == expected
