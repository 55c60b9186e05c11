"""I9430."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class PrivateNamespaceFixedName(DeployabilityRule):
    """A private namespace that only one stack of a VPC can have."""

    id = "I9430"
    shortdesc = "Private namespace has a fixed name in a VPC that others share"
    description = (
        "A second stack from this template in the same VPC fails with ConflictingDomainExists. "
        "Put ${AWS::StackName} into the name."
    )
    source_url = (
        "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreatePrivateDnsNamespace.html"
    )
    tags = ["resources", "servicediscovery", "names"]
    bad = """
Parameters:
  VpcId: {Type: AWS::EC2::VPC::Id}
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: app.internal, Vpc: !Ref VpcId}
"""
    good = bad.replace("app.internal", "!Sub '${AWS::StackName}.app.internal'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for literal names in VPCs that the template does not create."""
        for namespace in model.of_type("AWS::ServiceDiscovery::PrivateDnsNamespace"):
            for name, vpc in namespace.cases("Name", "Vpc"):
                if name.text is not None and not name.sources and vpc.reference is None:
                    yield Finding(
                        name.path,
                        f"only one stack of a VPC can have the namespace {name.shown}; add "
                        "${AWS::StackName}",
                    )
