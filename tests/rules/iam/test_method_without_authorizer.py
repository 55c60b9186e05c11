import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: CUSTOM}
"""
RESOURCES = "  Method: {Type: AWS::ApiGateway::Method, Properties: {HttpMethod: GET, BODY}}\n"


@pytest.mark.parametrize(
    ("body", "end", "shown"),
    [
        ("AuthorizationType: CUSTOM", "", "CUSTOM"),
        ("AuthorizationType: COGNITO_USER_POOLS", "", "COGNITO_USER_POOLS"),
        ("AuthorizationType: !Ref Kind", "", "CUSTOM (parameter Kind)"),
        ("AuthorizationType: !If [IsUsed, CUSTOM, NONE]", "/Fn::If/1", "CUSTOM"),
        ("AuthorizationType: CUSTOM, AuthorizerId: !Ref Any", None, ""),
        (
            (
                "AuthorizationType: !If [IsUsed, CUSTOM, NONE], AuthorizerId: !If [IsUsed, !Ref Any, "
                "!Ref AWS::NoValue]"
            ),
            None,
            "",
        ),
        ("AuthorizationType: AWS_IAM", None, ""),
        ("AuthorizationType: !Ref Any", None, ""),
    ],
)
def test_cases(body: str, end: str | None, shown: str) -> None:
    message = f"AuthorizationType {shown} needs an authorizer; name it in AuthorizerId"
    found = report(template(RESOURCES, body, PARAMETERS), "E9560")
    path = f"Resources/Method/Properties/AuthorizationType{end}"
    assert found == ([(path, message)] if end is not None else [])
