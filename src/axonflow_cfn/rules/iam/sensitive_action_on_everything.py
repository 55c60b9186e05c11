"""W9509."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# Actions that take a resource and give away, change or destroy what others own.
# https://docs.aws.amazon.com/service-authorization/latest/reference/
# reference_policies_actions-resources-contextkeys.html
_SENSITIVE = (
    "dynamodb:batchgetitem",
    "dynamodb:deleteitem",
    "dynamodb:deletetable",
    "dynamodb:getitem",
    "dynamodb:putitem",
    "dynamodb:scan",
    "dynamodb:updateitem",
    "ecs:executecommand",
    "ecs:runtask",
    "kms:decrypt",
    "kms:schedulekeydeletion",
    "lambda:invokefunction",
    "lambda:updatefunctioncode",
    "rds-db:connect",
    "rds:deletedbcluster",
    "rds:deletedbinstance",
    "s3:deletebucket",
    "s3:deleteobject",
    "s3:getobject",
    "s3:putbucketpolicy",
    "s3:putobject",
    "secretsmanager:deletesecret",
    "secretsmanager:getsecretvalue",
    "secretsmanager:putsecretvalue",
    "sqs:purgequeue",
    "sqs:receivemessage",
    "ssm:getparameter",
    "ssm:getparameters",
    "ssm:getparametersbypath",
    "ssm:sendcommand",
    "sts:assumerole",
)


class SensitiveActionOnEverything(DeployabilityRule):
    """A secret, object or key of the whole account open to one role."""

    id = "W9509"
    shortdesc = "Policy allows reading or changing data of every resource"
    description = (
        "Resource: * for actions such as secretsmanager:GetSecretValue, ssm:GetParameter, "
        "kms:Decrypt or s3:GetObject opens the data of every other application of the account. "
        "Name the resources that are used."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: '*'}]
"""
    good = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Secret}]
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at unconditional statements on everything."""
        for statement in of_kind(model, "identity"):
            everything = any(resource.text == "*" for resource in statement.resources)
            if statement.effect == "Allow" and everything and not statement.conditional:
                for action in statement.actions:
                    if _is_sensitive(action.text or ""):
                        yield Finding(
                            action.path,
                            f"{action.shown} on Resource * reaches what other applications own; "
                            "name the resources",
                        )


def _is_sensitive(pattern: str) -> bool:
    """Whether a pattern covers a sensitive action; false for whole services, which are W9508's."""
    if pattern.endswith(":*") or pattern == "*":
        return False
    return any(fnmatchcase(action, pattern.lower()) for action in _SENSITIVE)
