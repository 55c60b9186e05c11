"""Build-time configuration: what the publisher of the template decides.

``TemplateConfig()`` is the published product. ``load_config`` reads the same fields from
``axonflow.toml``. The figures are those of the infrastructure details page unless a field names
another source. What a *customer* decides is a template parameter, never a field here.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, field

from axonflow_cfn._version import __version__
from axonflow_cfn.config_types import (
    FARGATE_MEMORY,
    MARKETPLACE_REGISTRY,
    Environment,
    FargateCpu,
    FargateMemory,
    GracePeriod,
    Metering,
    MetricsNamespace,
    Port,
    Registry,
    Repository,
    RequestLimit,
    Secrets,
    StartPeriod,
    Tag,
)
from axonflow_cfn.errors import ConfigError, FileError
from axonflow_cfn.section import Problem, Section

DEFAULT_CONFIG = Path("axonflow.toml")
"""Read when it exists and no other file is named."""

RESERVED_VARIABLES = frozenset({"PORT", "DATABASE_URL", "ORCHESTRATOR_URL", "TIER", "MAX_REQUESTS"})
"""Variables the template itself sets; extra ones may not replace them."""


class TierLimits(Section, frozen=True, kw_only=True):
    """Requests a month each pricing tier allows (the MAX_REQUESTS variable)."""

    pilot: Annotated[RequestLimit, Meta(description="MAX_REQUESTS of the Pilot tier.")] = 50_000
    growth: Annotated[RequestLimit, Meta(description="MAX_REQUESTS of the Growth tier.")] = 500_000
    enterprise: Annotated[
        RequestLimit, Meta(description="MAX_REQUESTS of the Enterprise tier.")
    ] = -1


class ServiceConfig(Section, frozen=True, kw_only=True):
    """What the agent's and the orchestrator's containers share."""

    repository: Annotated[Repository, Meta(description="Image repository below the registry.")]
    tag: Annotated[
        Tag | None, Meta(description="Image tag; the product's version when absent.")
    ] = None
    port: Annotated[Port, Meta(description="Port the container listens on.")]
    cpu: Annotated[FargateCpu, Meta(description="Task CPU in units of 1/1024 vCPU.")] = 1024
    memory: Annotated[
        FargateMemory, Meta(description="Task memory in MiB; Fargate's pairs only.")
    ] = 2048
    start_period: Annotated[
        StartPeriod,
        Meta(description="Seconds in which failed container health checks do not count."),
    ] = 180
    environment: Annotated[Environment, Meta(description="Extra environment variables.")] = field(
        default_factory=dict
    )
    secrets: Annotated[
        Secrets,
        Meta(description="Extra secrets: variable = template parameter that takes its ARN."),
    ] = field(default_factory=dict)

    def contradictions(self) -> Sequence[Problem]:
        """Return an impossible Fargate size, and names that are taken."""
        problems: list[Problem] = []
        if self.memory not in (sizes := FARGATE_MEMORY[self.cpu]):
            fitting = f"{sizes[0]} to {sizes[-1]} in steps of {sizes.step} with cpu {self.cpu}"
            problems.append(("memory", f"got {self.memory}; allowed: {fitting}"))
        taken = {
            "environment": RESERVED_VARIABLES,
            "secrets": {*RESERVED_VARIABLES, *self.environment},
        }
        for table, names in taken.items():
            problems += [
                (f"{table}.{name}", "already set by the template or this service; rename it")
                for name in getattr(self, table)
                if name in names
            ]
        return problems


class AgentConfig(ServiceConfig, frozen=True, kw_only=True):
    """The agent: the service behind the load balancer."""

    repository: Annotated[Repository, Meta(description="Image repository below the registry.")] = (
        "axonflow/axonflow-agent"
    )
    port: Annotated[Port, Meta(description="Port the container listens on.")] = 8080
    health_check_grace_period: Annotated[
        GracePeriod,
        Meta(description="Seconds in which failed load balancer health checks do not count."),
    ] = 60


class OrchestratorConfig(ServiceConfig, frozen=True, kw_only=True):
    """The orchestrator: reached by the agents alone."""

    repository: Annotated[Repository, Meta(description="Image repository below the registry.")] = (
        "axonflow/axonflow-orchestrator"
    )
    port: Annotated[Port, Meta(description="Port the container listens on.")] = 8081


class DatabaseConfig(Section, frozen=True, kw_only=True):
    """The PostgreSQL database."""

    port: Annotated[Port, Meta(description="Port the database listens on.")] = 5432


class TemplateConfig(Section, frozen=True, kw_only=True):
    """Everything the publisher decides; with no arguments, the published product.

    Raises:
        ConfigError: for every wrong value, naming the key, what it got and what is allowed.
    """

    version: Annotated[Tag, Meta(description="Version of the product: the images' tag.")] = (
        __version__
    )
    registry: Annotated[Registry, Meta(description="Registry of both images.")] = (
        MARKETPLACE_REGISTRY
    )
    allow_other_registry: Annotated[
        bool, Meta(description="Accept a registry that is not AWS Marketplace's (test beds).")
    ] = False
    metering: Annotated[
        Metering, Meta(description="Marketplace metering the task role allows.")
    ] = "none"
    metrics_namespace: Annotated[
        MetricsNamespace,
        Meta(description="The one CloudWatch namespace tasks may publish metrics in."),
    ] = "AxonFlow"
    tiers: Annotated[TierLimits, Meta(description="Request limits by pricing tier.")] = field(
        default_factory=TierLimits
    )
    agent: Annotated[AgentConfig, Meta(description="The agent service.")] = field(
        default_factory=AgentConfig
    )
    orchestrator: Annotated[OrchestratorConfig, Meta(description="The orchestrator service.")] = (
        field(default_factory=OrchestratorConfig)
    )
    database: Annotated[DatabaseConfig, Meta(description="The database.")] = field(
        default_factory=DatabaseConfig
    )

    def contradictions(self) -> Sequence[Problem]:
        """Return a registry that is not Marketplace's, unless it is allowed."""
        if self.registry == MARKETPLACE_REGISTRY or self.allow_other_registry:
            return ()
        either = f'"{MARKETPLACE_REGISTRY}", or any other with allow_other_registry = true'
        return (("registry", f'got "{self.registry}"; allowed: {either}'),)

    def image(self, service: ServiceConfig) -> str:
        """Return the image URI of one of this config's services."""
        return f"{self.registry}/{service.repository}:{service.tag or self.version}"


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema of axonflow.toml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(TemplateConfig),
    }


def load_config(path: Path | None = None) -> TemplateConfig:
    """Read ``axonflow.toml``.

    Args:
        path: the file; None means ``axonflow.toml`` in the working directory if it is there,
            and the published product otherwise.

    Raises:
        FileError: the named file is missing or unreadable.
        ConfigError: the file is not TOML, or a value in it is wrong.
    """
    if path is None and not DEFAULT_CONFIG.exists():
        return TemplateConfig()
    path = path or DEFAULT_CONFIG
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise FileError(f"{path}: cannot read the config file: {error.strerror}") from None
    except (ValueError, RecursionError) as error:  # not UTF-8, not TOML, or beyond its parser
        raise ConfigError([(str(path), f"not a TOML file: {error}")]) from None
    try:
        return TemplateConfig.from_table(table)
    except ConfigError as error:
        raise error.within(str(path)) from None
