"""E9431."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_HTTP = "AWS::ServiceDiscovery::HttpNamespace"
_PRIVATE = "AWS::ServiceDiscovery::PrivateDnsNamespace"
_NAMESPACES = (_HTTP, _PRIVATE, "AWS::ServiceDiscovery::PublicDnsNamespace")


class DiscoveryServiceRefused(DeployabilityRule):
    """A Cloud Map service that its namespace can not have."""

    id = "E9431"
    shortdesc = "Cloud Map service does not fit its namespace"
    description = (
        "Cloud Map refuses it: a service in a DNS namespace needs DnsConfig, one in an HTTP "
        "namespace has none; Route 53 health checks (HealthCheckConfig) need a public "
        "namespace, since they come from the internet; CNAME records need the WEIGHTED routing "
        "policy and stand alone; NamespaceId is the id, not the ARN."
    )
    source_url = "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html"
    tags = ["resources", "servicediscovery"]
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
      HealthCheckConfig: {Type: HTTP, ResourcePath: /health}
"""
    good = bad.replace(
        "HealthCheckConfig: {Type: HTTP, ResourcePath: /health}",
        "HealthCheckCustomConfig: {FailureThreshold: 1}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each service with its namespace."""
        for service in model.of_type("AWS::ServiceDiscovery::Service"):
            yield from _records(service)
            for route_53, custom in service.cases("HealthCheckConfig", "HealthCheckCustomConfig"):
                if route_53.present and custom.present and route_53.known and custom.known:
                    yield Finding(
                        custom.path,
                        "HealthCheckConfig and HealthCheckCustomConfig exclude each other; remove "
                        "one",
                    )
            for outer, inner, config, check in service.cases(
                "NamespaceId", "DnsConfig.NamespaceId", "DnsConfig", "HealthCheckConfig"
            ):
                named = outer if outer.present else inner
                namespace = named.follow(*_NAMESPACES)
                if namespace is None:
                    continue
                if named.reference and named.reference.attribute == "Arn":
                    yield Finding(
                        named.path, f"{named.shown} is an ARN; use Ref {namespace.logical_id}"
                    )
                if check.present and namespace.type == _PRIVATE:
                    yield Finding(
                        check.path,
                        f"health checks can't reach into the private {namespace.logical_id}; use "
                        "HealthCheckCustomConfig",
                    )
                if config.present and namespace.type == _HTTP:
                    yield Finding(
                        config.path,
                        f"{namespace.logical_id} is an HTTP namespace without DNS; remove "
                        "DnsConfig",
                    )


def _records(service: Resource) -> Iterator[Finding]:
    for config in service.values("DnsConfig"):
        for policy in config.cases("RoutingPolicy"):
            for kind in config.values("DnsRecords.*.Type"):
                multivalue = policy[0].absent or policy[0].text == "MULTIVALUE"
                if kind.text == "CNAME" and multivalue and kind.model.together(kind, *policy):
                    yield Finding(kind.path, "CNAME needs RoutingPolicy WEIGHTED; add it")
        for records in config.values("DnsRecords"):
            for listed in records.elements():
                kinds = [kind for record in listed for kind in record.values("Type")]
                alone = [kind for kind in kinds if kind.text == "CNAME"]
                if alone and len(listed) > 1 and len(kinds) == len(listed):
                    yield Finding(
                        alone[0].path,
                        f"{alone[0].shown} stands alone among the DnsRecords; remove the others",
                    )
