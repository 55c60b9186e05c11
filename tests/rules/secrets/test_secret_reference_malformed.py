import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn:
    Type: String
    Default: arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf:password
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
    Properties: {SecretString: !Sub '{"host": "${Any}", "port": 1}'}
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
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:password'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "${Generated}:password is neither an ARN nor "
                        "<arn>:<key>:<stage>:<version>; write <arn>:<key>::"
                    ),
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:password:'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "${Generated}:password: is neither an ARN nor "
                        "<arn>:<key>:<stage>:<version>; write <arn>:<key>::"
                    ),
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: "
                "'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf:passwo"
                "rd'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf:passwor"
                        "d is neither an ARN nor <arn>:<key>:<stage>:<version>; write <arn>:<key>::"
                    ),
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub "
                "'{{resolve:secretsmanager:${Generated}}}'}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "ValueFrom takes the ARN of a secret, not a {{resolve:}} reference: "
                        "ECS reads it"
                    ),
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !If [IsUsed, !Sub '${Plain}:x', !Ref "
                "Any]}]}]}"
            ),
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom/Fn"
                        "::If/1"
                    ),
                    (
                        "${Plain}:x is neither an ARN nor <arn>:<key>:<stage>:<version>; write "
                        "<arn>:<key>::"
                    ),
                )
            ],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Ref Arn}]}]}"
            ),
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf:passwor"
                        "d (parameter Arn) is neither an ARN nor "
                        "<arn>:<key>:<stage>:<version>; write <arn>:<key>::"
                    ),
                )
            ],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "
                "'{{resolve:ssm-secure:/app/password:latest}}'}}"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    (
                        "{{resolve:ssm-secure:/app/password:latest}} needs the form "
                        "{{resolve:ssm-secure:<name>:<version>}}"
                    ),
                )
            ],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "
                "'{{resolve:secretsmanager:app:SecretString:password:::x}}'}}"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    (
                        "{{resolve:secretsmanager:app:SecretString:password:::x}} has too many "
                        "fields; {{resolve:secretsmanager:<id>:SecretString:<key>}} has three"
                    ),
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
                "Secrets: [{Name: S, ValueFrom: !Ref Generated}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Sub '${Generated}:password:AWSCURRENT:'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: "
                "'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-AbCdEf'}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: /app/token}]}]}"
            ),
            [],
        ),
        (
            (
                "  Task:\n"
                "    Type: AWS::ECS::TaskDefinition\n"
                "    Properties: {ContainerDefinitions: [{Name: a, Image: 'a:1', "
                "Secrets: [{Name: S, ValueFrom: !Ref Any}]}]}"
            ),
            [],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "
                "'{{resolve:ssm-secure:/app/password:3}}'}}"
            ),
            [],
        ),
        (
            (
                "  Db: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "
                "!Sub '{{resolve:secretsmanager:${Generated}:SecretString:password::}}'}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9604") == expected
