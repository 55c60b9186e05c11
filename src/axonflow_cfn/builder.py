"""From a config to a stack of layers, and from layers to one template."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from troposphere import Parameter, Template

from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.errors import AssemblyError
from axonflow_cfn.fragment import Fragment, Param
from axonflow_cfn.layers.compute import Compute, build_compute
from axonflow_cfn.layers.database import Database, build_database
from axonflow_cfn.layers.iam import Iam, build_iam
from axonflow_cfn.layers.logs import Logs, build_logs
from axonflow_cfn.layers.monitoring import Monitoring, build_monitoring
from axonflow_cfn.layers.network import Network, build_network
from axonflow_cfn.naming import LONGEST_STACK_NAME
from axonflow_cfn.parameters import GROUPS
from axonflow_cfn.references import dangling

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Stack:
    """The stock layers of one template, built for one config."""

    network: Network
    logs: Logs
    database: Database
    iam: Iam
    compute: Compute
    monitoring: Monitoring

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """Every layer's share of the template, in the order it is read."""
        return (
            self.network.fragment,
            self.logs.fragment,
            self.database.fragment,
            self.iam.fragment,
            self.compute.fragment,
            self.monitoring.fragment,
        )


def build_stack(config: TemplateConfig) -> Stack:
    """Build the stock layers; a variant is its own function like this one."""
    network = build_network(config)
    logs = build_logs(config)
    database = build_database(config, network=network)
    iam = build_iam(config, logs=logs, database=database)
    compute = build_compute(config, network=network, logs=logs, database=database, iam=iam)
    monitoring = build_monitoring(config, network=network, database=database, compute=compute)
    return Stack(
        network=network,
        logs=logs,
        database=database,
        iam=iam,
        compute=compute,
        monitoring=monitoring,
    )


def build_template(config: TemplateConfig) -> Template:
    """Return the whole template of the published product."""
    return assemble(*build_stack(config).fragments, description=describe(config))


def describe(config: TemplateConfig) -> str:
    """Return the template's description, which the console shows above the parameters."""
    return (
        f"AxonFlow {config.version} on ECS Fargate with a Multi-AZ PostgreSQL database. "
        f"The stack's name may have at most {LONGEST_STACK_NAME} characters, in lower case. Before "
        "you start: subscribe to AxonFlow in AWS Marketplace, have a certificate source, NAT or "
        "endpoints for the subnets, and 30 Fargate vCPU."
    )


def assemble(*fragments: Fragment, description: str, groups: Sequence[str] = GROUPS) -> Template:
    """Merge fragments into one template.

    Args:
        fragments: in the order their resources shall be read.
        description: the template's description.
        groups: headings of the console's parameter form, in order.

    Raises:
        AssemblyError: something is declared twice and differently, refers to nothing, or is a
            parameter outside the groups.
    """
    params = _merged("parameter", ((p.name, p, p) for f in fragments for p in f.params))
    for param in params:
        if param.group not in groups:
            raise AssemblyError(
                f"parameter {param.name} is in the group {param.group!r}; "
                f"allowed: {', '.join(groups)}"
            )
    params.sort(key=lambda param: groups.index(param.group))
    template = Template(Description=description)
    template.set_version()
    template.set_metadata({"AWS::CloudFormation::Interface": _interface(params)})
    for param in params:
        template.add_parameter(Parameter(param.name, **param.to_dict()))
    conditions = ((c.name, c.test.to_dict(), c) for f in fragments for c in f.conditions)
    for condition in _merged("condition", conditions):
        template.add_condition(condition.name, condition.test)
    for name, mapping in _once("mapping", (m for f in fragments for m in f.mappings.items())):
        template.add_mapping(name, {key: dict(values) for key, values in mapping.items()})
    for name, rule in _once("rule", ((r.name, r) for f in fragments for r in f.rules)):
        template.add_rule(name, rule.to_dict())
    resources = [(str(r.title), r) for f in fragments for r in f.resources]
    _once("parameter or resource", [*((param.name, param) for param in params), *resources])
    for _, resource in resources:
        template.add_resource(resource)
    for _, output in _once("output", ((str(o.title), o) for f in fragments for o in f.outputs)):
        template.add_output(output)
    if problems := list(dangling(template.to_dict())):
        raise AssemblyError("\n".join(problems))
    return template


def _merged(kind: str, declared: Iterable[tuple[str, object, T]]) -> list[T]:
    """Return each declaration once; equal ones merge.

    Raises:
        AssemblyError: two declarations of one name differ.
    """
    seen: dict[str, tuple[object, T]] = {}
    for name, comparable, declaration in declared:
        first, _ = seen.setdefault(name, (comparable, declaration))
        if first != comparable:
            raise AssemblyError(
                f"{kind} {name} is declared twice and differently: {first} and {comparable}; "
                "declare it once and share the declaration"
            )
    return [declaration for _, declaration in seen.values()]


def _once(kind: str, declared: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Return the declarations.

    Raises:
        AssemblyError: a name is declared twice.
    """
    declarations = list(declared)
    for name, count in Counter(name for name, _ in declarations).items():
        if count > 1:
            raise AssemblyError(
                f"{kind} {name} is declared {count} times; rename all but one of them"
            )
    return declarations


def _interface(params: Sequence[Param]) -> dict[str, Any]:
    """Return the console's grouping and labels of parameters that stand in group order."""
    return {
        "ParameterGroups": [
            {"Label": {"default": group}, "Parameters": [param.name for param in members]}
            for group, members in groupby(params, key=lambda param: param.group)
        ],
        "ParameterLabels": {param.name: {"default": param.label} for param in params},
    }
