"""E9706."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.discovery import is_registered, names_in_use
from axonflow_cfn.rule import DeployabilityRule, Finding


class AddressOfNobody(DeployabilityRule):
    """A name in the stack's own namespace that resolves to nothing."""

    id = "E9706"
    shortdesc = "Address in the stack's own namespace belongs to no service"
    description = (
        "An environment variable holds a name below the Cloud Map namespace of the template, but "
        "no AWS::ServiceDiscovery::Service has that name, or no ECS service registers its tasks "
        "there: the name does not resolve and every call fails. Compare the spelling, and give the "
        "called service its ServiceRegistries."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html"
    )
    tags = ["resources", "ecs", "servicediscovery", "wiring"]
    bad = """
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: vpc-1}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      Name: worker
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties: {NetworkMode: awsvpc, ContainerDefinitions: [{Name: worker, Image: w:1}]}
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
  AgentTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: agent
          Image: a:1
          Environment:
            - {Name: WORKER_URL, Value: !Sub 'http://workers.${AWS::StackName}.internal:8081'}
  Agent:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref AgentTask
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
"""
    good = bad.replace("//workers.", "//worker.")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look each name up."""
        for name in names_in_use(model):
            if name.declared is None:
                problem = "has no AWS::ServiceDiscovery::Service; compare the spelling"
            elif is_registered(name.declared) is False:
                problem = (
                    f"is {name.declared.logical_id}, where no ECS service registers; give the "
                    "called service its ServiceRegistries"
                )
            else:
                continue
            yield Finding(name.value.path, f"{name.host} {problem}")
