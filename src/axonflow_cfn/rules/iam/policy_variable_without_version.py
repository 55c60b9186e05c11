"""W9517."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.policies import Statement, documents, statements
from axonflow_cfn.rule import DeployabilityRule, Finding

_VARIABLES = ("${aws:", "${saml:", "${sts:", "${s3:", "${ec2:", "${cognito-", "${www.", "${*}")


class PolicyVariableWithoutVersion(DeployabilityRule):
    """A policy variable in a policy of the first version of the language."""

    id = "W9517"
    shortdesc = "Policy variable needs Version 2012-10-17"
    description = (
        "A policy without Version is one of 2008-10-17, in which ${aws:username} and the like are "
        "plain characters: the statement matches nothing. State Version: '2012-10-17'."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: 'arn:aws:s3:::home/${aws:username}/*'
"""
    good = bad.replace("        Statement", "        Version: '2012-10-17'\n        Statement")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for variables in the policies whose Version does not know them."""
        for document in documents(model):
            for (version,) in document.value.cases("Version"):
                if not version.absent and version.text != "2008-10-17":
                    continue
                own = (s for s in statements(model) if s.document == document)
                for value in (value for statement in own for value in _values(statement)):
                    text = "".join(part for part in value.parts if isinstance(part, str))
                    if any(variable in text for variable in _VARIABLES):
                        yield Finding(
                            value.path,
                            f"{value.shown} holds a policy variable, which only Version "
                            "2012-10-17 knows; state it in the policy",
                        )


def _values(statement: Statement) -> Iterator[Value]:
    yield from statement.resources
    yield from statement.not_resources
    for test in statement.tests:
        yield from test.value.values("*")
