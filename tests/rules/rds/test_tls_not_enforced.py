import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Switch: {Type: Number, Default: 0}
"""
RESOURCES = """  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Family: postgres16, Parameters: {rds.force_ssl: '0'}",
            [
                (
                    "Resources/Group/Properties/Parameters/rds.force_ssl",
                    "rds.force_ssl 0 lets clients connect without TLS; switch it on",
                )
            ],
        ),
        (
            "Family: mysql8.0, Parameters: {require_secure_transport: 'OFF'}",
            [
                (
                    "Resources/Group/Properties/Parameters/require_secure_transport",
                    "require_secure_transport OFF lets clients connect without TLS; switch it on",
                )
            ],
        ),
        (
            "Family: postgres16, Parameters: {rds.force_ssl: !Ref Switch}",
            [
                (
                    "Resources/Group/Properties/Parameters/rds.force_ssl",
                    (
                        "rds.force_ssl 0 (parameter Switch) lets clients connect without TLS; "
                        "switch it on"
                    ),
                )
            ],
        ),
        (
            "Family: postgres16, Parameters: {rds.force_ssl: !If [IsUsed, 1, 0]}",
            [
                (
                    "Resources/Group/Properties/Parameters/rds.force_ssl/Fn::If/2",
                    "rds.force_ssl 0 lets clients connect without TLS; switch it on",
                )
            ],
        ),
        ("Family: postgres16, Parameters: {rds.force_ssl: '1'}", []),
        ("Family: postgres16, Parameters: {rds.force_ssl: !Ref Any}", []),
        ("Family: !Ref Any, Parameters: {rds.force_ssl: '0'}", []),
        ("Family: postgres16, Parameters: {log_statement: ddl}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9324") == expected
