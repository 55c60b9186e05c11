import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Port: {Type: Number, Default: 5432}
  Key: {Type: String, AllowedValues: [secret], Default: secret}
"""
RESOURCES = """  Generated:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        GenerateStringKey: password
        SecretStringTemplate: '{"username": "app"}'
  Plain:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {PasswordLength: 32}}
  Typed:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: !Sub '{"host": "${Any}", "port": ${Port}}'}
  Url:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: !Sub 'postgresql://${Any}@${Any}:${Port}/app'}
  Unknown: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: !Ref Any}}
  Attached:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: '{"username": "app"}'}
  Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Attached, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBCluster'}
BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:passwd::'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Generated has no key passwd: it has the keys password, username",
                )
            ],
        ),
        # not JSON
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Plain}:password::'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Plain has no key password: it is no JSON object",
                )
            ],
        ),
        # not JSON, whatever the parameter holds
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Url}:url::'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Url has no key url: it is no JSON object",
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Join ['', [!Ref Typed, ':user::']]}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Typed has no key user: it has the keys host, port",
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !If [IsUsed, !Sub '${Typed}:user::', "
                "!Ref Any]}]}]}"
            ),
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom/Fn"
                        "::If/1"
                    ),
                    "Typed has no key user: it has the keys host, port",
                )
            ],
        ),
        # through a parameter
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:${Key}::'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Generated has no key secret: it has the keys password, username",
                )
            ],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUsername: !Sub "
                "'{{resolve:secretsmanager:${Generated}:SecretString:user}}'}}"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUsername",
                    "Generated has no key user: it has the keys password, username",
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:password::'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Typed}:port::'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Ref Plain}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Unknown}:password::'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Attachment}:host::'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:${Any}::'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Any}:password::'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUsername: !Sub "
                "'{{resolve:secretsmanager:${Generated}:SecretString:username}}'}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9603") == expected
