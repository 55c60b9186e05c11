import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Switch: {Type: String, Default: 'on'}
"""
RESOURCES = """  Group:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: {Description: x, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Family: postgres16, Parameters: {rds.force_sll: '1'}",
            [
                (
                    "Resources/Group/Properties/Parameters/rds.force_sll",
                    "postgres has no parameter rds.force_sll; did you mean rds.force_ssl?",
                )
            ],
        ),
        (
            ("Family: postgres16, Parameters: {max_allowed_packet: '1', log_statement: ddl}"),
            [
                (
                    "Resources/Group/Properties/Parameters/max_allowed_packet",
                    (
                        "postgres has no parameter max_allowed_packet: it is one of another "
                        "engine; remove it"
                    ),
                )
            ],
        ),
        (
            "Family: aurora-mysql8.0, Parameters: {shared_buffers: '1'}",
            [
                (
                    "Resources/Group/Properties/Parameters/shared_buffers",
                    (
                        "aurora-mysql has no parameter shared_buffers: it is one of another "
                        "engine; remove it"
                    ),
                )
            ],
        ),
        (
            "Family: postgres16, Parameters: {rds.force_ssl: true}",
            [
                (
                    "Resources/Group/Properties/Parameters/rds.force_ssl",
                    "RDS takes only 0 or 1 for rds.force_ssl, got true",
                )
            ],
        ),
        (
            "Family: postgres16, Parameters: {log_connections: !Ref Switch}",
            [
                (
                    "Resources/Group/Properties/Parameters/log_connections",
                    "RDS takes only 0 or 1 for log_connections, got on (parameter Switch)",
                )
            ],
        ),
        (
            "Family: !If [IsUsed, mysql8.0, postgres16], Parameters: {work_mem: '4096'}",
            [
                (
                    "Resources/Group/Properties/Parameters/work_mem",
                    "mysql has no parameter work_mem: it is one of another engine; remove it",
                )
            ],
        ),
        (
            (
                "Family: postgres16, Parameters: {rds.force_ssl: '1', log_connections: "
                "!Ref Any, shared_preload_libraries: pg_stat_statements}"
            ),
            [],
        ),
        ("Family: postgres16, Parameters: {something_new_of_postgres: '1'}", []),
        (
            (
                "Family: mysql8.0, Parameters: {require_secure_transport: 'ON', "
                "max_connections: '100'}"
            ),
            [],
        ),
        ("Family: !Ref Any, Parameters: {rds.force_sll: '1'}", []),
        ("Family: oracle-ee-19, Parameters: {shared_buffers: '1'}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9305") == expected
