"""I9541."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import documents
from axonflow_cfn.rule import DeployabilityRule, Finding


class PolicyWithoutVersion(DeployabilityRule):
    """A policy in the language of 2008."""

    id = "I9541"
    shortdesc = "Policy states no Version"
    description = (
        "A policy without Version is read as one of 2008-10-17, which knows no policy variables "
        "and not all condition operators. State Version: '2012-10-17'."
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
        Statement: [{Effect: Allow, Action: s3:ListAllMyBuckets, Resource: '*'}]
"""
    good = bad.replace("        Statement", "        Version: '2012-10-17'\n        Statement")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each policy document."""
        for document in documents(model):
            for version, statement in document.value.cases("Version", "Statement"):
                if version.absent and statement.present:
                    yield Finding(
                        document.value.path,
                        f"A policy of {document.holder.logical_id} states no Version; state "
                        "'2012-10-17'",
                    )
