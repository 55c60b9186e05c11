import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: internal}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Namespace: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: internal}}
  Service:
    Type: AWS::ECS::Service
    @
"""
PATH = "Resources/Service/Properties/ServiceConnectConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            ("Properties: {ServiceConnectConfiguration: {Enabled: true, Namespace: !Ref Given}}"),
            [
                (
                    f"{PATH}/Namespace",
                    (
                        "the name 'internal (parameter Given)' gives no order; use "
                        "!GetAtt Namespace.Arn"
                    ),
                )
            ],
        ),
        (
            (
                "Properties: {ServiceConnectConfiguration: {Enabled: true, "
                "Namespace: !If [IsYes, internal, other]}}"
            ),
            [
                (
                    f"{PATH}/Namespace/Fn::If/1",
                    "the name 'internal' gives no order; use !GetAtt Namespace.Arn",
                )
            ],
        ),
        ("Properties: {ServiceConnectConfiguration: {Enabled: true, Namespace: !Ref Any}}", []),
        ("Properties: {ServiceConnectConfiguration: {Enabled: true, Namespace: elsewhere}}", []),
        (
            (
                "Properties: {ServiceConnectConfiguration: {Enabled: true, "
                "Namespace: !GetAtt Namespace.Arn}}"
            ),
            [],
        ),
        (
            (
                "DependsOn: Namespace\n    Properties: "
                "{ServiceConnectConfiguration: {Enabled: true, Namespace: "
                "internal}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9133") == expected
