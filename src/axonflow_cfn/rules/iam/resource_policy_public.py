"""W9527."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import Statement, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# What narrows everybody down to somebody.
_NARROW = (
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceOwner",
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:VpcSourceIp",
    "kms:CallerAccount",
    "elasticfilesystem:AccessedViaMountTarget",
    "aws:Referer",
    "s3:DataAccessPointAccount",
    "s3:DataAccessPointArn",
)


class ResourcePolicyPublic(DeployabilityRule):
    """A bucket, queue, topic, secret or key that everybody may use."""

    id = "W9527"
    shortdesc = "Policy of a resource lets everybody use it"
    description = (
        "The principal * in the policy of a bucket, queue, topic, key, secret or repository means "
        "every AWS account, and without it anonymous callers too. Name the account, role or "
        "service, or add a Condition on aws:SourceAccount, aws:SourceArn or aws:PrincipalOrgID."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
"""
    good = bad.replace("'*'", "{AWS: !Ref AWS::AccountId}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for everybody, without a condition that narrows it."""
        for statement in of_kind(model, "resource"):
            if statement.effect == "Allow" and not _narrowed(statement):
                for principal in statement.principals:
                    if principal.everybody:
                        yield Finding(
                            principal.value.path,
                            f"{statement.holder.logical_id} allows everybody "
                            f"{_actions(statement)}; name who may, or add a Condition",
                        )
        # The older form of a bus's policy, without a statement.
        for policy in model.of_type("AWS::Events::EventBusPolicy"):
            for anybody, condition, action in policy.cases("Principal", "Condition", "Action"):
                if anybody.text == "*" and condition.absent:
                    yield Finding(
                        anybody.path,
                        f"{policy.logical_id} allows everybody {action.shown}; name who may, or "
                        "add a Condition",
                    )


def _narrowed(statement: Statement) -> bool:
    return statement.tested(*_NARROW) or (statement.conditional and not statement.tests)


def _actions(statement: Statement) -> str:
    return ", ".join(action.shown for action in statement.actions) or "what NotAction leaves"
