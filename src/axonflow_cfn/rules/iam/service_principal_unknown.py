"""E9503."""

from collections.abc import Iterator
from difflib import get_close_matches

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.permissions import service_prefixes
from axonflow_cfn.model.policies import statements
from axonflow_cfn.model.principals import label
from axonflow_cfn.model.tables import names
from axonflow_cfn.rule import DeployabilityRule, Finding

_DOMAINS = (".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".aws.internal", ".amazonaws.eu")


class ServicePrincipalUnknown(DeployabilityRule):
    """A service principal that is misspelt."""

    id = "E9503"
    shortdesc = "Service principal does not exist"
    description = (
        "IAM, KMS, S3 and others refuse a policy whose service principal does not exist (Invalid "
        "principal in policy). Correct the name; it ends in .amazonaws.com."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-task.amazonaws.com}, Action: sts:AssumeRole}
"""
    good = bad.replace("ecs-task.", "ecs-tasks.")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each service of each policy."""
        for statement in statements(model):
            for principal in (*statement.principals, *statement.excluded):
                name = principal.value.text
                wrong = _wrong(name) if principal.kind == "Service" and name else None
                if wrong:
                    yield Finding(
                        principal.value.path,
                        f"There is no service principal {principal.value.shown}; {wrong}",
                    )


def _wrong(name: str) -> str | None:
    table = names("service_principals")
    if name == "*":
        return None
    if not name.endswith(_DOMAINS):
        first = name.partition(".amazon")[0]
        near = get_close_matches(first, sorted(table), n=1, cutoff=0.8)
        return f"did you mean {near[0]}.amazonaws.com?" if near else "it ends in .amazonaws.com"
    if ".amazonaws.com" not in name:
        known = name.partition(".amazon.com")[0] in table
        return f"it ends in .amazonaws.com, not in .{name.split('.', 1)[1]}" if known else None
    found = label(name)
    if found in table or found in service_prefixes():
        return None
    # The table is not complete, so that only what looks like a slip is one.
    near = get_close_matches(found, sorted(table), n=1, cutoff=0.85)
    return f"did you mean {near[0]}.amazonaws.com?" if near else None
