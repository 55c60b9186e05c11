"""E9609."""

from collections.abc import Iterator

from axonflow_cfn.model import DynamicReference, TemplateModel
from axonflow_cfn.model.everything import dynamic
from axonflow_cfn.rule import DeployabilityRule, Finding

# Types that hold secrets often, and are not on the list. Others may be by now.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/
# dynamic-references-ssm-secure-strings.html#template-parameters-dynamic-patterns-resources
_UNSUPPORTED = (
    "AWS::AmazonMQ::Broker",
    "AWS::CloudFormation::CustomResource",
    "AWS::CodeBuild::Project",
    "AWS::EC2::Instance",
    "AWS::EC2::LaunchTemplate",
    "AWS::ECS::TaskDefinition",
    "AWS::ElasticLoadBalancingV2::Listener",
    "AWS::ElasticLoadBalancingV2::ListenerRule",
    "AWS::Lambda::Function",
    "AWS::SSM::Parameter",
    "AWS::SecretsManager::Secret",
    "Custom::",
)


class SecureStringUnsupported(DeployabilityRule):
    """A secure string where CloudFormation does not resolve one."""

    id = "E9609"
    shortdesc = "{{resolve:ssm-secure}} in a property that does not support it"
    description = (
        "CloudFormation resolves ssm-secure in a dozen properties only, the master passwords of "
        "databases among them, and fails the stack elsewhere (SSM Secure reference is not "
        "supported in ...). Use {{resolve:secretsmanager}}, or let the code read the parameter."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/"
        "dynamic-references-ssm-secure-strings.html"
    )
    tags = ["resources", "ssm"]
    bad = """
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: '{{resolve:ssm-secure:/app/token:1}}'}
"""
    good = """
Resources:
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {ReplicationGroupDescription: x, AuthToken: '{{resolve:ssm-secure:/app/token:1}}'}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up the property of each secure string."""
        for resource, value in dynamic(model):
            services = {part.service for part in value.parts if isinstance(part, DynamicReference)}
            if "ssm-secure" in services and resource.type.startswith(_UNSUPPORTED):
                yield Finding(
                    value.path,
                    f"CloudFormation does not resolve ssm-secure in {resource.type}; use "
                    "secretsmanager",
                )
