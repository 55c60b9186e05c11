import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: NONE, AllowedValues: [NONE, CUSTOM]}
"""
RESOURCES = """  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: app}}
  Users: {Type: AWS::ApiGateway::Authorizer, Properties: {RestApiId: !Ref Api, Type: TOKEN}}
  Method:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Api, BODY}
"""
UNUSED = ("Resources/Users", "no method or route asks Users; name it in AuthorizerId")
METHOD = "Resources/Method/Properties/AuthorizationType"
NAMED = "AuthorizerId: !Ref Users"


def _idle(shown: str = "NONE", end: str = "") -> tuple[str, str]:
    return (
        METHOD + end,
        (
            f"AuthorizationType {shown} makes Users idle: anybody may call this; give the "
            "authorizer's type"
        ),
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("AuthorizationType: NONE", [UNUSED]),
        ("HttpMethod: GET", [UNUSED]),
        (f"AuthorizationType: NONE, {NAMED}", [_idle()]),
        (f"AuthorizationType: !If [IsUsed, CUSTOM, NONE], {NAMED}", [_idle(end="/Fn::If/2")]),
        (f"AuthorizationType: !Ref Kind, {NAMED}", [_idle("NONE (parameter Kind)")]),
        (f"AuthorizationType: CUSTOM, {NAMED}", []),
        (f"AuthorizationType: !Ref Any, {NAMED}", []),
        ("AuthorizationType: NONE, AuthorizerId: AWS::NoValue, RequestValidatorId: !Ref Users", []),
        (
            (
                "AuthorizationType: !If [IsUsed, CUSTOM, NONE], AuthorizerId: !If [IsUsed, !Ref Users, "
                "!Ref AWS::NoValue]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9554") == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{Name: app}", "{Name: app, Body: !Ref Any}"),
        ("AWS::ApiGateway::Method", "AWS::ApiGateway::Resource"),
        ("  Method:", "  Other: {Type: Custom::Routes, Properties: {Id: !Ref Users}}\n  Method:"),
    ],
)
def test_others_may_use_it(old: str, new: str) -> None:
    assert report(template(RESOURCES.replace(old, new), "HttpMethod: GET"), "W9554") == []


def test_an_output_hands_it_on() -> None:
    outputs = "Outputs: {Users: {Value: !Ref Users}}\n"
    assert report(template(RESOURCES, "HttpMethod: GET") + outputs, "W9554") == []
