"""W9608."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.secrets import ATTACHED, container_use
from axonflow_cfn.rule import DeployabilityRule, Finding

_ATTACHMENT = "AWS::SecretsManager::SecretTargetAttachment"


class SecretUsedBeforeAttachment(DeployabilityRule):
    """Tasks that read the host before it is in their secret."""

    id = "W9608"
    shortdesc = "Service may start before its secret holds the database's address"
    description = (
        "host, port, dbname and engine come into a secret only with its SecretTargetAttachment, "
        "which waits for the database. A service that does not wait for it starts tasks that fail "
        "(did not contain json key). Use Ref of the attachment instead of the secret, or DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-secretsmanager-secrettargetattachment.html"
    )
    tags = ["resources", "secretsmanager", "ecs"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        GenerateStringKey: password
        SecretStringTemplate: '{"username": "app"}'
  Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBCluster'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', Secrets: [{Name: HOST, ValueFrom: !Sub '${Secret}:host::'}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task}
"""
    good = bad.replace("${Secret}", "${Attachment}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each service to the keys that only an attachment brings."""
        attachments: dict[str, set[str]] = {}
        for attachment in model.of_type(_ATTACHMENT):
            for secret in attachment.values("SecretId"):
                if secret.reference:
                    found = attachments.setdefault(secret.reference.logical_id, set())
                    found.add(attachment.logical_id)
        for service in model.of_type("AWS::ECS::Service"):
            before = model.waits_for(service.logical_id)
            for task in task_definitions(service):
                for value in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                    use = container_use(value)
                    late = attachments.get(use.secret.logical_id, set()) if use else set()
                    if use and late and use.key in ATTACHED and before.isdisjoint(late):
                        yield Finding(
                            value.path,
                            f"{service.logical_id} does not wait for "
                            f"{' or '.join(sorted(late))}, which puts {use.key} into the secret; "
                            "refer to that instead",
                        )
