"""W9447."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# Clients use an address for as long after its task has gone. AWS's examples and its console give
# 60 s at most; from five minutes on no deployment is over before they have forgotten it.
_TOO_LONG = 300


class AddressesKeptTooLong(DeployabilityRule):
    """Addresses of tasks that clients may keep long after the tasks have gone."""

    id = "W9447"
    shortdesc = "DNS record of tasks is kept long after the tasks have gone"
    description = (
        "Every deployment gives the tasks of a service new addresses. Clients keep the old ones "
        "for the TTL of the Cloud Map record and connect to nobody meanwhile. Give 10 to 60 "
        "seconds."
    )
    source_url = "https://docs.aws.amazon.com/cloud-map/latest/api/API_DnsRecord.html"
    tags = ["resources", "servicediscovery", "ecs"]
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
      DnsConfig: {DnsRecords: [{Type: A, TTL: 86400}]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, Image: 'web:1', Memory: 512}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [sg-1]}}
"""
    good = bad.replace("86400", "10")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the records under which ECS registers tasks."""
        for service in model.of_type("AWS::ECS::Service"):
            for registry in service.values("ServiceRegistries.*.RegistryArn"):
                discovery = registry.follow("AWS::ServiceDiscovery::Service")
                ttls = discovery.values("DnsConfig.DnsRecords.*.TTL") if discovery else ()
                for ttl in ttls:
                    if (ttl.number or 0) >= _TOO_LONG:
                        yield Finding(
                            ttl.path,
                            f"clients may use an address of {service.logical_id} for {ttl.shown} "
                            "seconds after its task has gone; give 10 to 60",
                        )
