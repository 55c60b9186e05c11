"""W9514."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Part, Reference, TemplateModel, Value
from axonflow_cfn.model.permissions import acts_on, covered, formats
from axonflow_cfn.model.policies import Statement, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# Type: the attribute with its resource id, which rds-db:connect is about.
_DATABASES = {
    "AWS::RDS::DBCluster": "DBClusterResourceId",
    "AWS::RDS::DBInstance": "DbiResourceId",
}


class ActionWithoutMatchingResource(DeployabilityRule):
    """An action that can act on none of the resources of its statement."""

    id = "W9514"
    shortdesc = "Action acts on none of the resources of its statement"
    description = (
        "The statement allows nothing, and the application is denied at run time: objects need "
        "the bucket's ARN with /*, ListBucket the bucket's without, log events the group's ARN "
        "with :*, a secret's name a wildcard for its suffix, ecs:RunTask the task definition, and "
        "actions such as ecr:GetAuthorizationToken, aws-marketplace:MeterUsage or ssmmessages:* "
        "the Resource *. Correct the resource, or move the action to a statement of its own."
    )
    source_url = (
        "https://docs.aws.amazon.com/service-authorization/latest/reference/"
        "reference_policies_actions-resources-contextkeys.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: s3:GetObject, Resource: !GetAtt Bucket.Arn}]
"""
    good = bad.replace("!GetAtt Bucket.Arn", "!Sub '${Bucket.Arn}/*'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Match each action with each resource of its statement."""
        for statement in of_kind(model, "identity"):
            if statement.effect != "Allow" or not statement.resources:
                continue
            for resource in statement.resources:
                problem = _never(statement, resource)
                if problem:
                    yield Finding(resource.path, problem)
            for action in statement.actions:
                names = covered(action.text or "")
                found = {acts_on(one, name) for one in names for name in statement.resources}
                if found == {False}:
                    shown = ", ".join(one.shown for one in statement.resources)
                    yield Finding(
                        action.path,
                        f"{action.shown} acts on none of {shown}; it takes {_takes(names[0])}",
                    )


def _is_ref(part: Part) -> bool:
    return isinstance(part, Reference) and part.attribute is None


def _is_extended_secret(resource: Value) -> bool:
    """Whether something that can't be empty is appended to the ARN of a secret."""
    first, *rest = resource.parts or ("",)
    secret = resource.but(data=first).follow("AWS::SecretsManager::Secret")
    whole = isinstance(first, Reference) and first.attribute in {None, "Id"}
    return bool(secret and whole and any(isinstance(one, str) and one.strip("*") for one in rest))


def _takes(action: str) -> str:
    found = formats(action) or ("*",)
    if any(arn.endswith(":dataset/*") for arn in found):
        found = ("*", *found)  # a metric itself has no ARN
    shown = dict.fromkeys(
        arn.replace("?*", "*").replace("\1", "<name>").replace("log-group::log-stream:", "")
        for arn in found
    )
    return " or ".join(sorted(shown, key=len)[:2])


def _never(statement: Statement, resource: Value) -> str | None:
    """Why an ARN that is well-formed names nothing."""
    last = resource.parts[-1] if resource.parts else None
    whole = "".join(part if isinstance(part, str) else "x" for part in resource.parts)
    if _is_extended_secret(resource):
        return (
            f"{resource.shown} names no secret: the Ref of a secret is its whole ARN, with the six "
            "characters at the end; take the Ref alone"
        )
    reads = any((a.text or "").lower().startswith("secretsmanager:get") for a in statement.actions)
    literal = isinstance(last, str) and ":secretsmanager:" in whole and ":secret:" in whole
    if reads and literal and not re.search(r"[*?]|-\w{6}$", str(last), re.ASCII):
        return (
            f"{resource.shown} names no secret: its ARN ends in six more characters; append "
            "-?????? or use Ref of the secret"
        )
    databases = [resource.but(data=part).follow(*_DATABASES) for part in resource.parts]
    named = [
        one for part, one in zip(resource.parts, databases, strict=True) if one and _is_ref(part)
    ]
    if ":dbuser:" in whole and named:
        return (
            f"{resource.shown} names no database user: its ARN holds the resource id, so use "
            f"{_DATABASES[named[0].type]} of {named[0].logical_id}"
        )
    if ":ssm:" in whole and ":parameter//" in whole:
        return f"{resource.shown} names no parameter: after parameter comes one slash, not two"
    return None
