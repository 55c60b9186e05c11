"""E9535."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.policies import Statement, of_holder
from axonflow_cfn.model.principals import label
from axonflow_cfn.rule import DeployabilityRule, Finding


class KeyWithoutService(DeployabilityRule):
    """A log group under a key that CloudWatch Logs may not use."""

    id = "E9535"
    shortdesc = "Key of a log group does not let CloudWatch Logs in"
    description = (
        "CloudWatch Logs refuses a log group whose key it may not use (The specified KMS key does "
        "not exist or is not allowed to be used), and one named by key id instead of ARN. Allow "
        "logs.<region>.amazonaws.com kms:Encrypt*, Decrypt*, ReEncrypt*, GenerateDataKey* and "
        "Describe* in the key's policy, and give GetAtt Arn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"
    )
    tags = ["resources", "kms", "logs"]
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
  Group:
    Type: AWS::Logs::LogGroup
    Properties: {KmsKeyId: !GetAtt Key.Arn}
"""
    good = bad.replace(
        "  Group:",
        """          - Effect: Allow
            Principal: {Service: !Sub 'logs.${AWS::Region}.amazonaws.com'}
            Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*',
              'kms:Describe*']
            Resource: '*'
  Group:""",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each log group to the policy of its key."""
        for group in model.of_type("AWS::Logs::LogGroup"):
            for value in group.values("KmsKeyId"):
                key = value.follow("AWS::KMS::Key")
                if key and value.reference and value.reference.attribute is None:
                    yield Finding(
                        value.path,
                        f"Ref of {key.logical_id} is its id, a log group takes its ARN; use GetAtt "
                        "Arn",
                    )
                own = of_holder(key, "resource") if key else []
                if key and own and not any(_lets_in(one) for one in own):
                    yield Finding(
                        value.path,
                        f"The policy of {key.logical_id} does not let logs.<region>.amazonaws.com "
                        "in, so that the log group can't be created",
                    )


def _lets_in(statement: Statement) -> bool:
    if statement.effect == "Deny":
        return False
    return not statement.principals or any(
        _is_logs(principal.value)
        for principal in statement.principals
        if principal.kind in {"Service", "*"}
    )


def _is_logs(value: Value) -> bool:
    if value.text is None:
        first = value.parts[0] if value.parts else ""
        return not isinstance(first, str) or first.startswith("logs.")
    return value.text == "*" or label(value.text) == "logs"
