"""E9542."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.policies import documents
from axonflow_cfn.rule import DeployabilityRule, Finding


class StatementIdRefused(DeployabilityRule):
    """Two statements of a policy with one Sid, or a Sid with other characters."""

    id = "E9542"
    shortdesc = "Sid of a statement is used twice, or not alphanumeric"
    description = (
        "IAM refuses a policy with the same Sid twice (Statement IDs (SID) in a single policy must "
        "be unique), and a Sid with anything but letters and digits. Rename or remove it."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Sid: Lists, Effect: Allow, Action: s3:ListAllMyBuckets, Resource: '*'}
          - {Sid: Lists, Effect: Allow, Action: ecs:ListClusters, Resource: '*'}
"""
    good = bad.replace("Lists, Effect: Allow, Action: ecs", "More, Effect: Allow, Action: ecs")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the Sids of each document of IAM; other services take more."""
        for document in documents(model):
            if document.kind not in {"identity", "trust"}:
                continue
            seen: list[Value] = []
            for sid in document.value.values("Statement.*.Sid"):
                if not sid.text:
                    continue
                twice = [
                    one
                    for one in seen
                    # Branches of one statement are alternatives.
                    if one.text == sid.text and _place(one) != _place(sid) and sid.given(one.when)
                ]
                seen.append(sid)
                if twice:
                    yield Finding(sid.path, f"The Sid {sid.shown} stands twice in one policy")
                if not re.fullmatch(r"[A-Za-z0-9]+", sid.text):
                    yield Finding(sid.path, f"The Sid {sid.shown} may hold only letters and digits")


def _place(sid: Value) -> str | int:
    """The position of the statement that a Sid is of."""
    at = sid.path.index("Statement")
    return sid.path[at + 1]
