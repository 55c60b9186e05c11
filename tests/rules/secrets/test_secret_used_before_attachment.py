import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Key: {Type: String, AllowedValues: [dbname], Default: dbname}
"""
RESOURCES = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: '{"username": "app"}'}
  Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBCluster'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: a, Image: 'a:1', Secrets: [{Name: S, ValueFrom: BODY}]}]
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "!Sub '${Secret}:host::'",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "Service does not wait for Attachment, which puts host into the "
                        "secret; refer to that instead"
                    ),
                )
            ],
        ),
        (
            "!Sub '${Secret}:${Key}::'",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "Service does not wait for Attachment, which puts dbname into the "
                        "secret; refer to that instead"
                    ),
                )
            ],
        ),
        (
            "!If [IsUsed, !Sub '${Secret}:port::', x]",
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom/Fn"
                        "::If/1"
                    ),
                    (
                        "Service does not wait for Attachment, which puts port into the "
                        "secret; refer to that instead"
                    ),
                )
            ],
        ),
        ("!Sub '${Attachment}:host::'", []),
        ("!Sub '${Secret}:username::'", []),
        ("!Sub '${Secret}:${Any}::'", []),
        ("!Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9608") == expected
