import pytest
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from linting import report

from axonflow_cfn.rules.names.retained_with_fixed_name import MORE

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
  Free: {Type: String}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Logs: {Type: AWS::Logs::LogGroup, DeletionPolicy: Retain, Properties: {LogGroupName: /app}}
""",
            [
                (
                    "Resources/Logs/DeletionPolicy",
                    (
                        "Logs is retained with the name /app, which the next deployment "
                        "needs; leave the name out or delete it"
                    ),
                ),
            ],
        ),
        (
            """
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: RetainExceptOnCreate
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}'}
""",
            [
                (
                    "Resources/Logs/DeletionPolicy",
                    (
                        "Logs is retained with the name /ecs/${AWS::StackName}, which the "
                        "next deployment needs; leave the name out or delete it"
                    ),
                ),
            ],
        ),
        (
            """
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    Properties: {LogGroupName: !If [IsDev, /app, !Ref 'AWS::NoValue']}
""",
            [
                (
                    "Resources/Logs/DeletionPolicy",
                    (
                        "Logs is retained with the name /app, which the next deployment "
                        "needs; leave the name out or delete it"
                    ),
                ),
            ],
        ),
        # The name can be chosen, is made by CloudFormation, is not known, or goes with the
        # resource.
        (
            """
  One:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    Properties: {LogGroupName: !Sub '/app/${Env}'}
  Two: {Type: AWS::Logs::LogGroup, DeletionPolicy: Retain}
  Three:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    Properties: {LogGroupName: !ImportValue x}
  Four: {Type: AWS::Logs::LogGroup, DeletionPolicy: Delete, Properties: {LogGroupName: /app}}
  Five: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /app}}
  Six: {Type: AWS::ECS::TaskDefinition, DeletionPolicy: Retain, Properties: {Family: app}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9005") == expected


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("AWS::Backup::BackupVault", "BackupVaultName"),
        ("AWS::Cognito::UserPoolDomain", "Domain"),
        ("AWS::DocDB::DBCluster", "DBClusterIdentifier"),
        ("AWS::DynamoDB::GlobalTable", "TableName"),
        ("AWS::Redshift::Cluster", "ClusterIdentifier"),
    ],
)
def test_types_whose_names_nothing_else_looks_at(kind: str, key: str) -> None:
    def found(name: str, policy: str = "Retain") -> list[tuple[str, str]]:
        resource = f"Type: {kind}, DeletionPolicy: {policy}, Properties: {{{key}: {name}}}"
        return report(f"{HEAD}  Kept: {{{resource}}}\n", "W9005")

    message = (
        "Kept is retained with the name {}, which the next deployment needs; leave the name out "
        "or delete it"
    )
    assert found("app") == [("Resources/Kept/DeletionPolicy", message.format("app"))]
    assert found("!Sub '${AWS::StackName}-app'") == [
        ("Resources/Kept/DeletionPolicy", message.format("${AWS::StackName}-app"))
    ]
    assert found("app", "Delete") == []
    assert found("!Ref Env") == []
    assert found("!Select [2, !Split ['/', !Ref 'AWS::StackId']]") == []


def test_each_type_has_the_property_that_is_its_name() -> None:
    for kind, key in MORE:
        properties = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", kind).schema
        assert key in properties["properties"], kind
