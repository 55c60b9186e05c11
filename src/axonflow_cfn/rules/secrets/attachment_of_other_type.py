"""E9607."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.secrets import contents, parse
from axonflow_cfn.rule import DeployabilityRule, Finding

_TYPES = (
    "AWS::DocDB::DBCluster",
    "AWS::DocDB::DBInstance",
    "AWS::DocDBElastic::Cluster",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::Redshift::Cluster",
    "AWS::RedshiftServerless::Namespace",
)


class AttachmentOfOtherType(DeployabilityRule):
    """A secret attached to something else than it says."""

    id = "E9607"
    shortdesc = "TargetType of a secret attachment is not the target's type"
    description = (
        "Secrets Manager refuses an attachment whose TargetType is unknown or not that of the "
        "TargetId, and one of a secret that is no JSON object. State the type of the resource, "
        "such as AWS::RDS::DBInstance."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-secretsmanager-secrettargetattachment.html"
    )
    tags = ["resources", "secretsmanager", "rds"]
    bad = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: '{"username": "app"}'}}
  Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Secret, TargetId: !Ref Cluster, TargetType: 'AWS::RDS::DBInstance'}
"""
    good = bad.replace("'AWS::RDS::DBInstance'", "'AWS::RDS::DBCluster'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare type, target and secret of each attachment."""
        for attachment in model.of_type("AWS::SecretsManager::SecretTargetAttachment"):
            for owner in attachment.values("SecretId"):
                secret = owner.follow("AWS::SecretsManager::Secret")
                if secret and _is_plain(secret):
                    yield Finding(
                        owner.path,
                        f"{secret.logical_id} is no JSON object, to which the address could be "
                        "added; give it a SecretStringTemplate and a GenerateStringKey",
                    )
            for kind, target in attachment.cases("TargetType", "TargetId"):
                resource = target.follow()
                if kind.text and kind.text not in _TYPES:
                    yield Finding(
                        kind.path,
                        f"There is no TargetType {kind.shown}; allowed: {', '.join(_TYPES)}",
                    )
                elif kind.text and resource and resource.type != kind.text:
                    yield Finding(
                        kind.path,
                        f"{resource.logical_id} is an {resource.type}, not an {kind.shown}",
                    )


def _is_plain(secret: Resource) -> bool:
    """Whether a secret certainly holds something else than a JSON object."""
    texts = [None if text.text == "{}" else parse(text) for text in contents(secret)]
    generated = any(True for _ in secret.values("GenerateSecretString"))
    return texts == [{}] if texts else generated
