import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: api.corp}
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
            "DomainName: api.example.internal",
            [
                (
                    "Resources/Certificate/Properties/DomainName",
                    (
                        "no public certificate can be issued for api.example.internal; "
                        "use a public name or CertificateAuthorityArn"
                    ),
                ),
            ],
        ),
        (
            "DomainName: !Sub '${AWS::StackName}.${AWS::Region}.example.internal'",
            [
                (
                    "Resources/Certificate/Properties/DomainName",
                    (
                        "no public certificate can be issued for "
                        "${AWS::StackName}.${AWS::Region}.example.internal; use a public "
                        "name or CertificateAuthorityArn"
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
                        "no public certificate can be issued for api.corp (parameter "
                        "Pick); use a public name or CertificateAuthorityArn"
                    ),
                ),
            ],
        ),
        (
            "DomainName: !If [Chosen, localhost, www.example.com]",
            [
                (
                    "Resources/Certificate/Properties/DomainName/Fn::If/1",
                    (
                        "no public certificate can be issued for localhost; use a public "
                        "name or CertificateAuthorityArn"
                    ),
                ),
            ],
        ),
        (
            (
                "DomainName: www.example.com, SubjectAlternativeNames: [www.example.com, "
                "printer.local]"
            ),
            [
                (
                    "Resources/Certificate/Properties/SubjectAlternativeNames/1",
                    (
                        "no public certificate can be issued for printer.local; use a "
                        "public name or CertificateAuthorityArn"
                    ),
                ),
            ],
        ),
        ("DomainName: api.example.internal, CertificateAuthorityArn: !Ref Any", []),
        ("DomainName: !Ref Any", []),
        ("DomainName: !Sub 'api.${Any}'", []),
        ("DomainName: internal.example.com", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9233") == expected
