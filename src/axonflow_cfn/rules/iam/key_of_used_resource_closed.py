"""W9549."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows, roles
from axonflow_cfn.model.policies import Statement, covers_action, of_holder, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

_SEND, _READ = ("kms:Decrypt", "kms:GenerateDataKey"), ("kms:Decrypt",)
_WRITE = ("kms:GenerateDataKey",)
# By type: the property that names the key, and what an action needs on it beside itself.
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
# https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
# https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
# https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
_BUCKET_KEY = (
    "BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault"
    ".KMSMasterKeyID"
)
_USES: dict[str, tuple[str, dict[str, tuple[str, ...]]]] = {
    "AWS::Kinesis::Stream": (
        "StreamEncryption.KeyId",
        {
            "kinesis:GetRecords": _READ,
            "kinesis:PutRecord": _WRITE,
            "kinesis:PutRecords": _WRITE,
        },
    ),
    "AWS::S3::Bucket": (_BUCKET_KEY, {"s3:GetObject": _READ, "s3:PutObject": _WRITE}),
    "AWS::SNS::Topic": ("KmsMasterKeyId", {"sns:Publish": _SEND}),
    "AWS::SQS::Queue": ("KmsMasterKeyId", {"sqs:SendMessage": _SEND, "sqs:ReceiveMessage": _READ}),
    "AWS::SecretsManager::Secret": ("KmsKeyId", {"secretsmanager:GetSecretValue": _READ}),
}


class KeyOfUsedResourceClosed(DeployabilityRule):
    """A role that may use an encrypted resource, but not its key."""

    id = "W9549"
    shortdesc = "Role may use an encrypted queue, bucket or secret, but not its key"
    description = (
        "KMS refuses the call: whoever sends to or reads from a resource under a key of its own "
        "needs that key as well. Allow the role the KMS actions on it."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/"
        "sqs-key-management.html"
    )
    tags = ["resources", "iam", "kms", "sqs", "sns"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: publish
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: sns:Publish, Resource: !Ref Topic}
"""
    good = (
        bad
        + """\
              - Effect: Allow
                Action: [kms:Decrypt, kms:GenerateDataKey]
                Resource: !GetAtt Key.Arn
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what roles are allowed on resources of the template."""
        for statement in of_kind(model, "identity"):
            if statement.effect == "Allow":
                for resource in statement.resources:
                    for role in roles(statement.holder):
                        yield from _resource(statement, resource, role)


def _resource(statement: Statement, resource: Value, role: Resource) -> Iterator[Finding]:
    # The objects of a bucket are its ARN with something after it.
    first = resource.parts[0] if resource.parts else UNKNOWN
    target = resource.but(data=first).follow(*_USES)
    if target is None or (len(resource.parts) > 1) is not (target.type == "AWS::S3::Bucket"):
        return
    where, uses = _USES[target.type]
    needed = {
        kms
        for action, all_kms in uses.items()
        if any(covers_action(one, action) for one in statement.actions)
        for kms in all_kms
    }
    for key in target.values(where):
        lacking = _lacking(role, key, needed)
        if lacking:
            yield Finding(
                resource.path,
                f"{role.logical_id} may not {' and '.join(lacking)} with the key of "
                f"{target.logical_id}, which this needs; allow it on the key",
            )


def _lacking(role: Resource, key: Value, needed: set[str]) -> list[str]:
    owner = key.follow("AWS::KMS::Key")
    under = role.given(key.when)
    if owner is None or under is None or _may_let_in(owner):
        return []
    return [action for action in sorted(needed) if allows(under, action, key) is False]


def _may_let_in(key: Resource) -> bool:
    """Whether a key's policy lets in others than services and, by IAM, the account."""
    own = of_holder(key, "resource")
    others = [
        principal
        for statement in own
        if statement.effect != "Deny"
        for principal in statement.principals
        if principal.kind != "Service" and not _is_account(principal.value)
    ]
    return bool(others) or not own


def _is_account(value: Value) -> bool:
    last = value.parts[-1] if value.parts else None
    return isinstance(last, str) and last.endswith(":root")
