"""I9507."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# The services whose documentation shows aws:SourceAccount or aws:SourceArn in the trust policy.
_SERVICES = {
    "backup": "aws-backup/latest/devguide/cross-service-confused-deputy-prevention.html",
    "cloudtrail": "awscloudtrail/latest/userguide/cross-service-confused-deputy-prevention.html",
    "codebuild": "codebuild/latest/userguide/cross-service-confused-deputy-prevention.html",
    "ecs-tasks": "AmazonECS/latest/developerguide/cross-service-confused-deputy-prevention.html",
    "monitoring.rds": "AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    "scheduler": "scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    "states": "step-functions/latest/dg/procedure-create-iam-role.html",
    "vpc-flow-logs": "vpc/latest/userguide/flow-logs-iam-role.html",
}
_KEYS = ("aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths")


class ConfusedDeputy(DeployabilityRule):
    """A service role that another account could make the service use."""

    id = "I9507"
    shortdesc = "Trust policy does not check on whose behalf the service acts"
    description = (
        "AWS documents aws:SourceAccount or aws:SourceArn for the trust policy of roles of this "
        "service, so that it uses the role only for your own resources. Add the Condition "
        "{StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}}."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"
    tags = ["resources", "iam", "security"]
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
"""
    good = (
        bad + "            Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}\n"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the services that AWS documents this for."""
        for statement in of_kind(model, "trust"):
            hidden = statement.conditional and not statement.tests
            if statement.effect == "Allow" and not statement.tested(*_KEYS) and not hidden:
                for principal in statement.principals:
                    service = (principal.value.text or "").removesuffix(".amazonaws.com")
                    if principal.kind == "Service" and service in _SERVICES:
                        yield Finding(
                            principal.value.path,
                            f"Add a Condition on aws:SourceAccount, so that {service} uses "
                            f"{statement.holder.logical_id} for this account alone "
                            f"(https://docs.aws.amazon.com/{_SERVICES[service]})",
                        )
