"""W9133."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_PLACES = (
    ("AWS::ECS::Service", "ServiceConnectConfiguration.Namespace"),
    ("AWS::ECS::Cluster", "ServiceConnectDefaults.Namespace"),
)
_NAMESPACES = (
    "AWS::ServiceDiscovery::HttpNamespace",
    "AWS::ServiceDiscovery::PrivateDnsNamespace",
    "AWS::ServiceDiscovery::PublicDnsNamespace",
)


class ServiceConnectNamespaceByName(DeployabilityRule):
    """A Service Connect namespace given by its name."""

    id = "W9133"
    shortdesc = "Service Connect namespace is given by name instead of ARN"
    description = (
        "A name gives CloudFormation no order: the service may start before the namespace exists, "
        "and a cluster default then creates a second namespace of that name; on delete the "
        "namespace goes first and fails. Use !GetAtt Namespace.Arn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_ServiceConnectConfiguration.html"
    )
    tags = ["resources", "ecs", "servicediscovery"]
    bad = """
Resources:
  Namespace: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: internal}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      ServiceConnectConfiguration: {Enabled: true, Namespace: internal}
"""
    good = bad.replace("Namespace: internal", "Namespace: !GetAtt Namespace.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for names that a namespace of this template has, and that no dependency orders."""
        namespaces = model.of_type(*_NAMESPACES)
        for kind, path in _PLACES:
            for resource in model.of_type(kind):
                before = model.waits_for(resource.logical_id)
                for value in resource.values(path):
                    for namespace in namespaces:
                        ordered = namespace.logical_id in before
                        same = any(value.equals(name) for name in namespace.values("Name"))
                        if same and not ordered:
                            yield Finding(
                                value.path,
                                f"the name '{value.shown}' gives no order; use "
                                f"!GetAtt {namespace.logical_id}.Arn",
                            )
