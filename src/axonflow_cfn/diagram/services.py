"""The AWS services beside the VPC: a card for each, saying what the stack has there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from axonflow_cfn.config_types import MARKETPLACE_REGISTRY
from axonflow_cfn.diagram.shapes import Node
from axonflow_cfn.model import TemplateModel

_LINE = 24
"""Most characters of a line on a card."""


@dataclass(frozen=True)
class _Card:
    """A service: its title, its icon, and what to call its resources, by type."""

    title: str
    icon: str
    nouns: Mapping[str, str]


_CARDS = (
    _Card(
        "Route 53",
        "AmazonRoute53",
        {"AWS::Route53::HostedZone": "private zone", "AWS::Route53::RecordSet": "alias record"},
    ),
    _Card("WAF", "AWSWAF", {"AWS::WAFv2::WebACL": "web ACL"}),
    _Card(
        "Cloud Map",
        "AWSCloudMap",
        {
            "AWS::ServiceDiscovery::PrivateDnsNamespace": "namespace",
            "AWS::ServiceDiscovery::Service": "service",
        },
    ),
    _Card("Secrets Manager", "AWSSecretsManager", {"AWS::SecretsManager::Secret": "secret"}),
    _Card(
        "CloudWatch",
        "AmazonCloudWatch",
        {
            "AWS::Logs::LogGroup": "log group",
            "AWS::CloudWatch::Alarm": "alarm",
            "AWS::CloudWatch::Dashboard": "dashboard",
        },
    ),
    _Card("IAM", "AWSIdentityandAccessManagement", {"AWS::IAM::Role": "role"}),
)

ELSEWHERE = frozenset(
    {
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "AWS::CertificateManager::Certificate",
        "AWS::EC2::SecurityGroup",
        "AWS::ECS::Cluster",
        "AWS::ECS::Service",
        "AWS::ECS::TaskDefinition",
        "AWS::ElasticLoadBalancingV2::Listener",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBClusterParameterGroup",
        "AWS::RDS::DBInstance",
        "AWS::RDS::DBParameterGroup",
        "AWS::RDS::DBSubnetGroup",
        "AWS::WAFv2::WebACLAssociation",
    }
)
"""Types that the picture shows in the VPC or on another card, or that only configure those."""


def services(model: TemplateModel) -> tuple[Node, ...]:
    """Return the cards; a type that nothing above knows gets one with a plain icon."""
    return (*_certificates(model), *_images(model), *_counted(model))


def _certificates(model: TemplateModel) -> Iterator[Node]:
    ports = {
        port.text
        for listener in model.of_type("AWS::ElasticLoadBalancingV2::Listener")
        for port in listener.values("Port")
        if any(listener.values("Certificates.*.CertificateArn")) and port.text
    }
    if ports:
        label = ("Certificate Manager", f"certificate of port {', '.join(sorted(ports))}")
        yield Node("Certificate_card", label, "AWSCertificateManager")


def _images(model: TemplateModel) -> Iterator[Node]:
    images = {
        image.shown
        for task in model.of_type("AWS::ECS::TaskDefinition")
        for image in task.values("ContainerDefinitions.*.Image")
    }
    if images:
        bought = all(image.startswith(MARKETPLACE_REGISTRY) for image in images)
        title = "Marketplace registry" if bought else "Container registry"
        label = (title, _number(len(images), "container image"))
        yield Node("Registry_card", label, "AmazonElasticContainerRegistry")


def _counted(model: TemplateModel) -> Iterator[Node]:
    always, sometimes = Counter[str](), Counter[str]()
    for resource in model.resources.values():
        conditional = "Condition" in model.template["Resources"][resource.logical_id]
        (sometimes if conditional else always)[resource.type] += 1
    kinds = {resource.type for resource in model.resources.values()}
    known = {kind for card in _CARDS for kind in card.nouns} | ELSEWHERE
    others: dict[str, dict[str, str]] = {}
    for kind in sorted(kinds - known):
        _, service, noun = f"{kind}::::".split("::", 2)
        others.setdefault(service, {})[kind] = noun.strip(":") or "resource"
    plain = (_Card(name, "GenericApplication", nouns) for name, nouns in others.items())
    for card in (*_CARDS, *plain):
        pieces = [
            _amount(always[kind], sometimes[kind], noun)
            for kind, noun in card.nouns.items()
            if kind in kinds
        ]
        if pieces:
            name = "".join(filter(str.isalnum, card.title))
            yield Node(f"{name}_card", (card.title, *_lines(pieces)), card.icon)


def _amount(always: int, sometimes: int, noun: str) -> str:
    """How many there are, of which some only as the customer chooses."""
    if not always:
        return f"optional {noun}"
    if not sometimes:
        return _number(always, noun)
    return f"{always} {'or' if sometimes == 1 else 'to'} {_number(always + sometimes, noun)}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _lines(pieces: list[str]) -> list[str]:
    """Join pieces to lines that fit on a card."""
    lines: list[str] = []
    for piece in pieces:
        if lines and len(joined := f"{lines[-1]}, {piece}") <= _LINE:
            lines[-1] = joined
        else:
            lines.append(piece)
    return lines
