import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Mode: {Type: String, Default: disable, AllowedValues: [disable, require]}
"""
RESOURCES = """  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, FAMILY}
  ClusterGroup:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties: {Description: x, Family: aurora-postgresql16, Parameters: {rds.force_ssl: 1}}
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-postgresql, DBClusterParameterGroupName: !Ref ClusterGroup}
  Member:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: aurora-postgresql, DBClusterIdentifier: !Ref Cluster}
  Proxy:
    Type: AWS::RDS::DBProxy
    Properties: {EngineFamily: POSTGRESQL, RequireTLS: true}
  Secret: {Type: AWS::SecretsManager::Secret}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Secret, TargetId: !Ref Database, TargetType: AWS::RDS::DBInstance}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DATABASE}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment: {Variables: {HOST, BODY}}
"""
FORCED = "Family: postgres14, Parameters: {rds.force_ssl: '1'}"
OWN = "Engine: postgres, EngineVersion: '14.5', DBParameterGroupName: !Ref Group"
HOST = "DB_HOST: !GetAtt Database.Endpoint.Address"
PATH = "Resources/Function/Properties/Environment/Variables"
OFF = "DB_SSLMODE: disable"


def found(
    body: str = OFF, family: str = FORCED, database: str = OWN, host: str = HOST
) -> list[tuple[str, str]]:
    text = RESOURCES.replace("FAMILY", family).replace("DATABASE", database)
    return report(template(text.replace("HOST", host), body, PARAMETERS), "E9625")


def message(stated: str, database: str = "Database") -> str:
    return (
        f"{stated} switches TLS off, but {database} refuses connections without it; use require "
        "or verify-full"
    )


@pytest.mark.parametrize(
    ("body", "inside", "stated"),
    [
        (OFF, "DB_SSLMODE", "DB_SSLMODE disable"),
        ("PGSSLMODE: disable", "PGSSLMODE", "PGSSLMODE disable"),
        ("POSTGRES_SSL_MODE: !Ref Mode", "POSTGRES_SSL_MODE",
         "POSTGRES_SSL_MODE disable (parameter Mode)"),
        ("PGSSLMODE: !If [IsUsed, require, disable]", "PGSSLMODE/Fn::If/2", "PGSSLMODE disable"),
        ("DB_SSL: 'false'", "DB_SSL", "DB_SSL false"),
        ("URL: !Sub 'postgresql://${Any}@${Database.Endpoint.Address}/app?sslmode=disable'", "URL",
         "sslmode=disable"),
        ("URL: !Sub 'postgres://u@${Database.Endpoint.Address}/app?ssl=false'", "URL", "ssl=false"),
    ],
)  # fmt: skip
def test_settings(body: str, inside: str, stated: str) -> None:
    assert found(body) == [(f"{PATH}/{inside}", message(stated))]


@pytest.mark.parametrize(
    "body",
    [
        "DB_SSLMODE: require",
        "DB_SSLMODE: allow",
        "DB_SSLMODE: !Ref Any",
        "CACHE_SSL: 'false'",
        "DB_SSL: 'true'",
        "URL: postgresql://db.example.com/app?sslmode=disable",
        "URL: !Sub 'jdbc:postgresql://${Database.Endpoint.Address}/app?ssl=false'",
        "NOTE: sslmode=disable",
    ],
)
def test_other_settings(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("family", "database"),
    [
        ("Family: postgres15", OWN),
        (FORCED, "Engine: postgres, EngineVersion: '16'"),
        ("Family: postgres14, Parameters: {rds.force_ssl: !If [IsUsed, 1, 'on']}", OWN),
        ("Family: mysql8.0, Parameters: {require_secure_transport: 'ON'}", OWN),
    ],
)
def test_servers_that_force(family: str, database: str) -> None:
    assert found(family=family, database=database) == [
        (f"{PATH}/DB_SSLMODE", message("DB_SSLMODE disable"))
    ]


@pytest.mark.parametrize(
    ("family", "database"),
    [
        ("Family: postgres14", OWN),
        ("Family: postgres16, Parameters: {rds.force_ssl: '0'}", OWN),
        ("Family: postgres16, Parameters: {rds.force_ssl: !Ref Any}", OWN),
        ("Family: postgres16, Parameters: !Ref Any", OWN),
        ("Family: mysql8.0", OWN),
        (FORCED, "Engine: postgres, EngineVersion: '16', DBParameterGroupName: outside"),
        (FORCED, "Engine: postgres, EngineVersion: '14'"),
        (FORCED, "Engine: postgres"),
        (FORCED, "Engine: mysql, EngineVersion: '8.0'"),
        (FORCED, "Engine: aurora-postgresql, DBClusterIdentifier: !Ref Any"),
        (FORCED, f"{OWN.replace('!Ref Group', '!If [IsUsed, !Ref Group, default.postgres14]')}"),
    ],
)
def test_servers_that_do_not_or_may_not(family: str, database: str) -> None:
    assert found(family=family, database=database) == []


@pytest.mark.parametrize(
    ("host", "server"),
    [
        ("H: !GetAtt Cluster.Endpoint.Address", "Cluster"),
        ("H: !GetAtt Member.Endpoint.Address", "Cluster"),
        ("H: !GetAtt Proxy.Endpoint", "Proxy"),
        ("H: !Sub '${Secret}:host::'", "Database"),
    ],
)
def test_kinds_of_servers(host: str, server: str) -> None:
    expected = "Member" if "Member" in host else server
    assert found(host=host) == [(f"{PATH}/DB_SSLMODE", message("DB_SSLMODE disable", expected))]


def test_aurora_16_does_not_force_by_default() -> None:
    engine = "Engine: aurora-postgresql, DBClusterIdentifier: !Ref Bare"
    more = "  Bare: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-postgresql, V}}\n"
    for version, count in (("16.4", 0), ("17.4", 1)):
        text = RESOURCES.replace("FAMILY", FORCED).replace("DATABASE", engine) + more
        text = text.replace("V}", f"EngineVersion: '{version}'}}").replace("HOST", HOST)
        assert len(report(template(text, OFF), "E9625")) == count


def test_url_in_a_secret() -> None:
    more = """  Url:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub 'postgres://${Database.Endpoint.Address}/app?sslmode=disable'
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: a, Secrets: [{Name: URL, ValueFrom: !Ref Url}]}]}
"""
    text = RESOURCES.replace("FAMILY", FORCED).replace("DATABASE", OWN).replace("HOST", HOST)
    assert report(template(text + more, "A: b"), "E9625") == [
        (
            "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
            message("sslmode=disable"),
        )
    ]
