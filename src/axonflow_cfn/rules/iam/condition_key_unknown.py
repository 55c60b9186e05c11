"""W9515."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.condition_keys import correction
from axonflow_cfn.model.policies import statements
from axonflow_cfn.rule import DeployabilityRule, Finding


class ConditionKeyUnknown(DeployabilityRule):
    """A condition key that is misspelt."""

    id = "W9515"
    shortdesc = "Condition key does not exist"
    description = (
        "IAM takes any condition key, and one that no request carries is never equal to anything: "
        "an Allow allows nothing, a Deny denies nothing. Correct the key."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: ecs-tasks.amazonaws.com}
            Action: sts:AssumeRole
            Condition: {StringEquals: {'aws:SourceAcount': !Ref AWS::AccountId}}
"""
    good = bad.replace("SourceAcount", "SourceAccount")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each key."""
        for statement in statements(model):
            for test in statement.tests:
                meant = correction(test.key)
                if meant:
                    yield Finding(
                        test.value.path,
                        f"There is no condition key {test.key}; did you mean {meant}?",
                    )
