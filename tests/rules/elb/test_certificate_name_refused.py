import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "a*.example.com"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("DomainName: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com"),
            [
                (
                    "Resources/Certificate/Properties/DomainName",
                    (
                        "DomainName "
                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.co"
                        "m has 65 characters; it can have 64"
                    ),
                ),
            ],
        ),
        (
            (
                "DomainName: "
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com, "
                "SubjectAlternativeNames: "
                "[baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com]"
            ),
            [
                (
                    "Resources/Certificate/Properties/DomainName",
                    (
                        "DomainName "
                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.co"
                        "m has 65 characters; it can have 64"
                    ),
                ),
            ],
        ),
        (
            "DomainName: !Ref Pick",
            [
                (
                    "Resources/Certificate/Properties/DomainName",
                    (
                        "a*.example.com (parameter Pick): an asterisk can only be the "
                        "whole first label; change it"
                    ),
                ),
            ],
        ),
        (
            "DomainName: !If [Chosen, '*.*.example.com', '*.example.com']",
            [
                (
                    "Resources/Certificate/Properties/DomainName/Fn::If/1",
                    ("*.*.example.com: an asterisk can only be the whole first label; change it"),
                ),
            ],
        ),
        (
            "DomainName: example.com, SubjectAlternativeNames: ['a.*.example.com']",
            [
                (
                    "Resources/Certificate/Properties/SubjectAlternativeNames/0",
                    ("a.*.example.com: an asterisk can only be the whole first label; change it"),
                ),
            ],
        ),
        (
            "DomainName: !Sub 'api_v1.${Any}', SubjectAlternativeNames: [api-v1.example.com]",
            [
                (
                    "Resources/Certificate/Properties/DomainName",
                    "api_v1.${Any} holds '_'; names are letters, digits, hyphens and dots",
                ),
            ],
        ),
        ("DomainName: !Ref Any", []),
        ("DomainName: '*.example.com'", []),
        ("DomainName: !Sub '*.${Any}'", []),
        ("DomainName: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9237") == expected
