"""Service discovery: the name under which agents find the orchestrators.

Cloud Map DNS rather than Service Connect: a Service Connect client sees only endpoints that
existed when it started, and here the agents start first. The names are createOnly, hence frozen.
"""

from dataclasses import dataclass

from troposphere import AWSHelperFn, AWSObject, GetAtt, Ref, Sub
from troposphere.servicediscovery import (
    DnsConfig,
    DnsRecord,
    HealthCheckCustomConfig,
    PrivateDnsNamespace,
    Service,
)

from axonflow_cfn import parameters as p
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.fragment import described
from axonflow_cfn.naming import name_tag

NAMESPACE = "${AWS::StackName}.axonflow.internal"
"""Holds the stack's name, so that two stacks fit into one VPC."""

ORCHESTRATOR = "orchestrator"
"""The orchestrators' host label in the namespace."""


@dataclass(frozen=True, kw_only=True)
class Discovery:
    """The orchestrators' registry.

    Attributes:
        registry_arn: of the Cloud Map service, for ECS ServiceRegistries.
        url: scheme, host and port of the orchestrators.
        resources: namespace and service.
    """

    registry_arn: AWSHelperFn
    url: AWSHelperFn
    resources: tuple[AWSObject, ...]


def build_discovery(config: TemplateConfig) -> Discovery:
    """Return namespace and service; TTL 10 s keeps stopped tasks out of answers quickly."""
    namespace = PrivateDnsNamespace(
        "DiscoveryNamespace",
        Metadata=described("Private DNS namespace in which services find each other."),
        Name=Sub(NAMESPACE),
        Vpc=p.VPC_ID.ref,
        Tags=name_tag("namespace"),
    )
    record = DnsRecord(Type="A", TTL=10)
    service = Service(
        "OrchestratorDiscovery",
        Metadata=described("Keeps the addresses of running orchestrators in DNS."),
        Name=ORCHESTRATOR,
        NamespaceId=Ref(namespace.title),
        DnsConfig=DnsConfig(DnsRecords=[record], RoutingPolicy="MULTIVALUE"),
        HealthCheckCustomConfig=HealthCheckCustomConfig(FailureThreshold=1),
        Tags=name_tag("orchestrator-discovery"),
    )
    return Discovery(
        registry_arn=GetAtt(service.title, "Arn"),
        url=Sub(f"http://{ORCHESTRATOR}.{NAMESPACE}:{config.orchestrator.port}"),
        resources=(namespace, service),
    )
