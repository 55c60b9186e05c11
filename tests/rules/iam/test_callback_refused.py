import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Url: {Type: String, Default: 'http://app.example.com'}
"""
RESOURCES = "  Client: {Type: AWS::Cognito::UserPoolClient, Properties: {BODY}}\n"


@pytest.mark.parametrize(
    ("body", "at", "message"),
    [
        (
            "CallbackURLs: ['https://a.example.com', 'http://b.example.com']",
            "CallbackURLs/1",
            "http://b.example.com is not HTTPS; give an https address",
        ),
        (
            "CallbackURLs: [!Sub 'http://app.${Any}']",
            "CallbackURLs/0",
            "http://app.${Any} is not HTTPS; give an https address",
        ),
        (
            "CallbackURLs: [!Ref Url]",
            "CallbackURLs/0",
            "http://app.example.com (parameter Url) is not HTTPS; give an https address",
        ),
        (
            "CallbackURLs: [!If [IsUsed, 'http://b.example.com', 'https://b.example.com']]",
            "CallbackURLs/0/Fn::If/1",
            "http://b.example.com is not HTTPS; give an https address",
        ),
        (
            "DefaultRedirectURI: 'https://a.example.com/#/login'",
            "DefaultRedirectURI",
            "https://a.example.com/#/login has a fragment; leave out # and on",
        ),
        ("CallbackURLs: ['http://localhost:3000/', 'http://localhost', 'myapp://x']", "", ""),
        ("CallbackURLs: ['http://127.0.0.1:8080']", "", ""),
        ("CallbackURLs: [!Sub 'http://${Any}/login']", "", ""),
        ("CallbackURLs: [!Ref Any, !Sub 'https://${Any}']", "", ""),
    ],
)
def test_cases(body: str, at: str, message: str) -> None:
    found = report(template(RESOURCES, body, PARAMETERS), "E9561")
    assert found == ([(f"Resources/Client/Properties/{at}", message)] if at else [])
