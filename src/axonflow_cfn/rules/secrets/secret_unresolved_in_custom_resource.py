"""W9619."""

from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, TemplateModel
from axonflow_cfn.model.everything import dynamic
from axonflow_cfn.rule import DeployabilityRule, Finding

_CUSTOM = ("AWS::CloudFormation::CustomResource", "Custom::")


class SecretUnresolvedInCustomResource(DeployabilityRule):
    """A secret that a custom resource never gets."""

    id = "W9619"
    shortdesc = "Custom resource is given a secret that CloudFormation doesn't resolve"
    description = (
        "CloudFormation does not resolve {{resolve:secretsmanager}} in custom resources: the "
        "function gets the reference itself instead of the secret. Resolved, the secret would "
        "stand in every event of the function. Pass the ARN, and let the function read the secret "
        "with its role."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html"
    )
    tags = ["resources", "secretsmanager", "security"]
    bad = """
Parameters:
  Function: {Type: String}
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Setup:
    Type: Custom::Setup
    Properties:
      ServiceToken: !Ref Function
      ServiceTimeout: 60
      Password: !Sub '{{resolve:secretsmanager:${Secret}}}'
"""
    good = bad.replace("Password: !Sub '{{resolve:secretsmanager:${Secret}}}'", "Arn: !Ref Secret")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for references to secrets in custom resources."""
        for resource, value in dynamic(model):
            services = {part.service for part in value.parts if isinstance(part, DynamicReference)}
            if "secretsmanager" in services and resource.type.startswith(_CUSTOM):
                yield Finding(
                    value.path,
                    f"{resource.logical_id} gets the text of this reference, not the secret; pass "
                    "the ARN and let the function read it",
                )
