"""E9550."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import Statement, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

_TOPIC, _QUEUE = "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy"
# Those that the page lists, Receive of the policy that SNS itself makes, and the two for tags, of
# which it is not said that they are refused.
_TAKEN = frozenset(
    {"addpermission", "deletetopic", "getdataprotectionpolicy", "gettopicattributes"}
    | {"listsubscriptionsbytopic", "listtagsforresource", "publish", "putdataprotectionpolicy"}
    | {"receive", "removepermission", "settopicattributes", "subscribe"}
    | {"tagresource", "untagresource"}
)
# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html
_MOST_OF_QUEUE = 7


class ActionOutOfScope(DeployabilityRule):
    """A policy of a topic or queue with actions that SNS or SQS does not take."""

    id = "E9550"
    shortdesc = "SNS or SQS refuses the actions of this policy"
    description = (
        "SNS compares each action with its own list and refuses * and sns:*, actions of the whole "
        "account such as sns:CreateTopic, and those of other services, also under Deny (Policy "
        "statement action out of service scope). SQS takes at most seven actions a statement. "
        "Name the actions one by one."
    )
    source_url = (
        "https://docs.aws.amazon.com/sns/latest/dg/"
        "sns-access-policy-language-api-permissions-reference.html"
    )
    tags = ["resources", "iam", "sns", "sqs"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Policy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: sns:*
            Resource: !Ref Topic
            Condition: {Bool: {'aws:SecureTransport': 'false'}}
"""
    good = bad.replace("sns:*", "sns:Publish")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each action of a topic's policy, and count those of a queue's."""
        for statement in of_kind(model, "resource"):
            if statement.holder.type == _TOPIC:
                yield from _of_topic(statement)
            elif statement.holder.type == _QUEUE:
                yield from _of_queue(statement)


def _of_topic(statement: Statement) -> Iterator[Finding]:
    for action in statement.actions:
        service, _, name = (action.text or "").lower().partition(":")
        whole = action.text == "*" or (service == "sns" and name == "*")
        partly = not whole and ("*" in name or "?" in name)
        taken = service == "sns" and (partly or name in _TAKEN)
        if action.text and not taken:
            yield Finding(
                action.path,
                f"the policy of a topic takes no {action.shown}; name actions such as sns:Publish",
            )


def _of_queue(statement: Statement) -> Iterator[Finding]:
    for actions in statement.origin.values("Action"):
        for listed in actions.elements():
            if len(listed) > _MOST_OF_QUEUE:
                yield Finding(
                    actions.path,
                    f"{statement.name} has {len(listed)} actions, a queue's takes at most "
                    f"{_MOST_OF_QUEUE}; split it, or use sqs:*",
                )
