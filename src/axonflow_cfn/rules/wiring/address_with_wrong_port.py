"""E9707."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.connections import connections
from axonflow_cfn.rule import DeployabilityRule, Finding


class AddressWithWrongPort(DeployabilityRule):
    """An address whose port nobody listens at."""

    id = "E9707"
    shortdesc = "Address in the configuration names a port that nobody listens at"
    description = (
        "An environment variable or secret holds host and port of something in the template, "
        "which listens at another port: every connection is refused. Ports that count are those "
        "of a database or cache (or its engine's default), of the listeners of a load balancer, of "
        "a Service Connect alias, and the container ports of a service in Cloud Map."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/interconnecting-services.html"
    )
    tags = ["resources", "ecs", "lambda", "wiring"]
    bad = """
Resources:
  Database: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
  Url:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub postgresql://app@${Database.Endpoint.Address}:3306/app
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Secrets: [{Name: DATABASE_URL, ValueFrom: !Ref Url}]
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
"""
    good = bad.replace(":3306", ":5432")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the port of each address with those that are served."""
        for link in connections(model):
            ports = link.server.ports
            if ports and link.port is not None and link.port not in ports:
                served = ", ".join(f"{port:g}" for port in sorted(ports))
                yield Finding(
                    link.value.path,
                    f"{link.client.logical_id} calls {link.server.resource.logical_id} at port "
                    f"{link.port:g}, which listens at {served}; use that port",
                )
