"""W9761."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from axonflow_cfn.model import UNKNOWN, TemplateModel, Value
from axonflow_cfn.model.dns import PRIVATE_SUFFIXES, ZONE, records
from axonflow_cfn.model.environments import variables
from axonflow_cfn.model.host_names import spelled
from axonflow_cfn.model.servers import servers
from axonflow_cfn.rule import DeployabilityRule, Finding

_DISCOVERY = "AWS::ServiceDiscovery::Service"
_NAMESPACE = "AWS::ServiceDiscovery::PrivateDnsNamespace"
_NAMESPACES = (
    _NAMESPACE,
    "AWS::ServiceDiscovery::HttpNamespace",
    "AWS::ServiceDiscovery::PublicDnsNamespace",
)
_HOLDS_ADDRESS = re.compile(
    r".*(HOST|HOSTNAME|URL|URI|ENDPOINT|ADDR|ADDRESS|SERVER)S?", re.IGNORECASE
)
_HOLDS_IDENTITY = re.compile(r".*(ISSUER|AUDIENCE|REALM|ORIGIN)", re.IGNORECASE)
_SYMBOL = re.compile(r"\$\{[^}]*\}")
_DOMAIN = r"(?P<domain>(?:[\w-]|\$\{[^}]*\})+(?:\.(?:[\w-]|\$\{[^}]*\})+)*)"
_ALIKE = 0.75


class AddressInStrangeDomain(DeployabilityRule):
    """The name of a Cloud Map service of the template, in a domain that is not its namespace."""

    id = "W9761"
    shortdesc = "Address of a Cloud Map service is not in the service's namespace"
    description = (
        "An environment variable names a service of the template by its Cloud Map name, but the "
        "domain after it is nearly, and not exactly, the service's namespace, or lacks the part "
        "that differs from stack to stack: the name does not resolve (NXDOMAIN). The "
        "address is <service name>.<namespace name>."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html"
    )
    tags = ["resources", "ecs", "lambda", "servicediscovery", "wiring"]
    bad = """
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.shop.internal', Vpc: vpc-1}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      Name: basket
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Environment:
            - {Name: BASKET_URL, Value: !Sub 'http://basket.${AWS::StackName}.internal:8080'}
"""
    good = bad.replace("}.internal:", "}.shop.internal:")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the domain after each name with the namespace of the service."""
        services = model.of_type(_DISCOVERY) if model.of_type(_NAMESPACE) else []
        known = _names(model) if services else None
        told = set()
        for _, name, value in variables(model) if known is not None else ():
            text = spelled(value)
            if "." not in text or _HOLDS_IDENTITY.fullmatch(name):
                continue
            for label, domain, real in _strange(model, name, value):
                host = f"{label}.{domain}"
                if value.path not in told and not _is_known(
                    value, host.lower(), domain.lower(), known or set()
                ):
                    told.add(value.path)
                    yield Finding(
                        value.path,
                        f"{host} does not resolve: the namespace of {label} is {spelled(real)}; "
                        "write that after the name",
                    )


def _strange(model: TemplateModel, name: str, value: Value) -> Iterator[tuple[str, str, Value]]:
    """Name, domain and real namespace of services that a value names in a domain of nobody."""
    for label, reals in _declared(model, value).items():
        pattern = rf"(?P<before>://|@)?(?<![\w.}}-])(?P<label>{re.escape(label)})\.{_DOMAIN}(?P<port>:\d+)?"
        for found in re.finditer(pattern, spelled(value)):
            address = found["before"] or found["port"] or _HOLDS_ADDRESS.fullmatch(name)
            domain = found["domain"]
            if (
                address
                and reals
                and all(
                    _is_slip(model, value, domain.lower(), real)
                    or _is_shortened(model, value, found, real)
                    for real in reals
                )
            ):
                yield label, domain, reals[0]


def _declared(model: TemplateModel, value: Value) -> dict[str, list[Value]]:
    """The namespaces of each service name, beside a value; [] if one of them is not known."""
    found: dict[str, list[Value]] = {}
    unknown = set()
    for discovery in model.of_type(_DISCOVERY):
        given = discovery.given(value.when)
        for name, *places in (
            given.cases("Name", "NamespaceId", "DnsConfig.NamespaceId") if given else ()
        ):
            label = spelled(name)
            reals = [
                real
                for place in places
                for namespace in [place.follow(_NAMESPACE)]
                if namespace
                for real in namespace.values("Name")
            ]
            found.setdefault(label, []).extend(reals)
            if not reals or not all(real.parts for real in reals):
                unknown.add(label)
    return {label: [] if label in unknown else reals for label, reals in found.items() if label}


def _is_slip(model: TemplateModel, value: Value, domain: str, real: Value) -> bool:
    """Whether a domain is meant to be the namespace, and certainly is another."""
    wanted = spelled(real).lower()
    last = domain.rpartition(".")[2]
    # Numbers are ports.
    sources = {name for name in value.sources if model.parameters[name].type != "Number"}
    alone = any(domain in map(str.lower, model.parameters[name].choices) for name in sources)
    symbols = set(_SYMBOL.findall(domain))
    if domain == wanted or last not in PRIVATE_SUFFIXES or alone or sources != real.sources:
        return False
    if "${aws::stackname}" in symbols and all(name.startswith("${aws::") for name in symbols):
        return True  # nobody else's
    same = symbols == set(_SYMBOL.findall(wanted))
    return same and _resemble(domain.split("."), wanted.split("."))


def _is_shortened(model: TemplateModel, value: Value, found: re.Match[str], real: Value) -> bool:
    """Whether a typed domain is the namespace without its variable beginning, at the right port."""
    domain, wanted = found["domain"].lower(), spelled(real).lower()
    sources = {name for name in value.sources if model.parameters[name].type != "Number"}
    left_out = wanted.removesuffix(f".{domain}")
    if sources or _SYMBOL.search(domain) or left_out == wanted or not found["port"]:
        return False
    # Only the port tells this service from another of the same name in the domain above.
    port = float(found["port"][1:])
    varies = bool(real.sources or _SYMBOL.search(left_out))
    host = f"{found['label']}.{wanted}".lower()
    return (
        varies
        and domain.rpartition(".")[2] in PRIVATE_SUFFIXES
        and any(
            server.host.lower() == host and port in (server.ports or ())
            for server in servers(model)
        )
    )


def _resemble(given: list[str], wanted: list[str]) -> bool:
    """Whether labels are left out, added, in another order, or one is misspelt."""
    ours, theirs = Counter(given), Counter(wanted)
    if ours <= theirs or theirs <= ours:
        return True
    pairs = [(a, b) for a, b in zip(given, wanted, strict=False) if a != b]
    if len(given) != len(wanted) or len(pairs) != 1:
        return False
    both_last = given[-1] != wanted[-1] and wanted[-1] in PRIVATE_SUFFIXES
    return both_last or SequenceMatcher(None, *pairs[0]).ratio() >= _ALIKE


def _names(model: TemplateModel) -> set[str] | None:
    """Every name that something in the template can make resolve; None if not all are known."""
    values = [
        name
        for kind in (*_NAMESPACES, ZONE)
        for r in model.of_type(kind)
        for name in r.values("Name")
    ]
    values += [name for record, _ in records(model) for name in record.values("Name")]
    for service in model.of_type("AWS::ECS::Service"):
        for alias in service.values("ServiceConnectConfiguration.Services.*.ClientAliases.*"):
            values += alias.values("DnsName")
    if any(UNKNOWN in value.parts or not value.parts for value in values):
        return None
    found = {spelled(value).lower().removesuffix(".") for value in values}
    return found | {server.host.lower() for server in servers(model)}


def _is_known(value: Value, host: str, domain: str, known: set[str]) -> bool:
    # Nobody would give a name that a parameter decides and spell it with another parameter.
    typed = not value.sources and not _SYMBOL.search(domain)
    return any(
        name in {host, domain}
        or (name.startswith("*.") and host.endswith(name[1:]))
        or (typed and not _SYMBOL.sub("", name))
        for name in known
    )
