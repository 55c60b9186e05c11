"""E9504."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.policies import Statement, of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

_FEDERATED = {
    "saml-provider": "sts:AssumeRoleWithSAML",
    "oidc-provider": "sts:AssumeRoleWithWebIdentity",
    "cognito-identity.amazonaws.com": "sts:AssumeRoleWithWebIdentity",
}


class TrustPolicyRefused(DeployabilityRule):
    """A trust policy with which nobody can assume the role."""

    id = "E9504"
    shortdesc = "Trust policy has an action or a principal of the wrong kind"
    description = (
        "IAM refuses a trust policy with actions other than those of STS and a service named as "
        "AWS account; and a federated user needs AssumeRoleWithSAML or AssumeRoleWithWebIdentity, "
        "a service or account AssumeRole, or is denied the role. Pair principal and action."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create.html"
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {AWS: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
"""
    good = bad.replace("AWS: ecs", "Service: ecs")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at actions and principals of each trust policy."""
        for statement in of_kind(model, "trust"):
            for action in statement.actions:
                if action.text and not action.text.lower().startswith("sts:"):
                    yield Finding(
                        action.path,
                        f"A trust policy takes only actions of STS, got {action.shown}; use "
                        "sts:AssumeRole",
                    )
            for principal in statement.principals:
                problem = _problem(statement, principal.kind, principal.value)
                if problem:
                    yield Finding(principal.value.path, problem)


def _problem(statement: Statement, kind: str, value: Value) -> str | None:
    service = (value.text or "").endswith((".amazonaws.com", ".amazonaws.com.cn"))
    if kind == "AWS" and service:
        return f"{value.shown} is a service: name it as Service, not as AWS"
    first = value.parts[0] if value.parts else ""
    if kind == "Service" and isinstance(first, str) and first.startswith("arn:"):
        return f"{value.shown} is an ARN: name it as AWS, not as Service"
    actions = {action.text.lower() for action in statement.actions if action.text}
    wanted = _wanted(kind, value)
    known = len(actions) == len(statement.actions) > 0 and _all_of_sts(actions)
    if wanted is None or statement.effect != "Allow" or not known:
        return None
    others = {"sts:*", "sts:tagsession", "sts:setsourceidentity", "sts:assumerole*"}
    if wanted.lower() in actions or actions & others:
        return None
    return f"{value.shown} assumes a role with {wanted}, got {', '.join(sorted(actions))}"


def _all_of_sts(actions: set[str]) -> bool:
    return all(action.startswith("sts:") for action in actions)


def _wanted(kind: str, value: Value) -> str | None:
    """The action with which a principal assumes a role; None if not known."""
    if kind in {"Service", "AWS"}:
        return "sts:AssumeRole"
    name = "".join(part for part in value.parts if isinstance(part, str))
    signs = [action for sign, action in _FEDERATED.items() if sign in name]
    return signs[0] if kind == "Federated" and signs else None
