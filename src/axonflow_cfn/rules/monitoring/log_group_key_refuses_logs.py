"""E9878."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.resource_policies import could_allow
from axonflow_cfn.rule import DeployabilityRule, Finding


class LogGroupKeyRefusesLogs(DeployabilityRule):
    """A log group encrypted with a key that CloudWatch Logs may not use."""

    id = "E9878"
    shortdesc = "Key of a log group does not let CloudWatch Logs use it"
    description = (
        "CloudWatch Logs refuses the log group ('The specified KMS key does not exist or is not "
        "allowed to be used'): it is the service itself, not the account, that uses the key. Allow "
        "logs.<Region>.amazonaws.com kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, "
        "kms:GenerateDataKey* and kms:Describe* in the key's policy."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"
    )
    tags = ["resources", "logs", "kms"]
    bad = """
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
  Logs: {Type: AWS::Logs::LogGroup, Properties: {KmsKeyId: !GetAtt Key.Arn}}
"""
    good = bad.replace(
        "AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'",
        "Service: !Sub 'logs.${AWS::Region}.amazonaws.com'",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the policy of the key, where it is in the template."""
        for group in model.of_type("AWS::Logs::LogGroup"):
            for used in group.values("KmsKeyId"):
                key = used.follow("AWS::KMS::Key")
                if key and not could_allow(
                    key.values("KeyPolicy"), "logs.amazonaws.com", "kms:Decrypt"
                ):
                    yield Finding(
                        used.path,
                        f"{key.logical_id} does not let CloudWatch Logs use it; allow "
                        "logs.${AWS::Region}.amazonaws.com in its policy",
                    )
