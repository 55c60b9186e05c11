"""E9432."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class RegistryNotByArn(DeployabilityRule):
    """A service registry named by something else than its ARN."""

    id = "E9432"
    shortdesc = "RegistryArn of an ECS service is not the ARN of the Cloud Map service"
    description = (
        "ECS refuses the service: Ref of a Cloud Map service gives its id, only GetAtt Arn its ARN."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html"
    )
    tags = ["resources", "ecs", "servicediscovery"]
    bad = """
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: vpc-12345678}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      Name: web
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !ImportValue task
      ServiceRegistries: [{RegistryArn: !Ref Discovery}]
"""
    good = bad.replace("!Ref Discovery", "!GetAtt Discovery.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each registry refers to."""
        for service in model.of_type("AWS::ECS::Service"):
            for arn in service.values("ServiceRegistries.*.RegistryArn"):
                discovery = arn.follow("AWS::ServiceDiscovery::Service")
                if discovery and arn.reference and arn.reference.attribute != "Arn":
                    yield Finding(
                        arn.path,
                        f"{arn.shown} is not an ARN; use GetAtt {discovery.logical_id}.Arn",
                    )
