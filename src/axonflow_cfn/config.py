"""Build-time configuration: what the publisher of the template decides.

``TemplateConfig()`` is the published product. ``load_config`` reads the same fields from
``axonflow.toml``. The figures are those of the infrastructure details page unless a field names
another source. What a *customer* decides is a template parameter, never a field here.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
    model_validator,
)

from axonflow_cfn._version import __version__
from axonflow_cfn.config_errors import Allowed, explain
from axonflow_cfn.errors import ConfigError, FileError

DEFAULT_CONFIG = Path("axonflow.toml")
"""Read when it exists and no other file is named."""

MARKETPLACE_REGISTRY = "709825985650.dkr.ecr.us-east-1.amazonaws.com"
"""The one registry AWS Marketplace serves container images from, whatever the stack's region."""

FARGATE_MEMORY: Mapping[int, range] = MappingProxyType(
    {
        256: range(512, 2048 + 1, 512),
        512: range(1024, 4096 + 1, 1024),
        1024: range(2048, 8192 + 1, 1024),
        2048: range(4096, 16384 + 1, 1024),
        4096: range(8192, 30720 + 1, 1024),
        8192: range(16384, 61440 + 1, 4096),
        16384: range(32768, 122880 + 1, 8192),
    }
)
"""Task memory in MiB that Fargate offers for each CPU value (Amazon ECS developer guide,
"Task CPU and memory")."""

RESERVED_VARIABLES = frozenset({"PORT", "DATABASE_URL", "ORCHESTRATOR_URL", "TIER", "MAX_REQUESTS"})
"""Variables the template itself sets; extra ones may not replace them."""


def _empty() -> Mapping[str, str]:
    return MappingProxyType({})


def _fixed_tag(tag: str) -> str:
    if tag == "latest":
        raise ValueError
    return tag


def _not_aws(namespace: str) -> str:
    if namespace.startswith("AWS/"):
        raise ValueError
    return namespace


_TAG = Allowed("a fixed image tag such as 1.4.2, never latest; 1-128 of A-Z a-z 0-9 _ . -")
Tag = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$",
        json_schema_extra={"not": {"const": "latest"}},
    ),
    AfterValidator(_fixed_tag),
    _TAG,
]
OptionalTag = Annotated[Tag | None, _TAG]
Repository = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", max_length=256),
    Allowed("a repository such as axonflow/axonflow-agent, in lower case, without a tag"),
]
Registry = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$", max_length=253),
    Allowed(f"a registry's host name; Marketplace's is {MARKETPLACE_REGISTRY}"),
]
Port = Annotated[int, Field(ge=1, le=65535), Allowed("a whole number from 1 to 65535")]
FargateCpu = Annotated[
    Literal[256, 512, 1024, 2048, 4096, 8192, 16384],
    Allowed("256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units"),
]
FargateMemory = Annotated[
    int, Field(ge=512, le=122880), Allowed("a whole number of MiB from 512 to 122880")
]
StartPeriod = Annotated[
    int, Field(ge=0, le=300), Allowed("a whole number of seconds from 0 to 300")
]
GracePeriod = Annotated[
    int, Field(ge=0, le=7200), Allowed("a whole number of seconds from 0 to 7200")
]
RequestLimit = Annotated[
    int, Field(ge=-1, le=10**12), Allowed("a whole number from 0 to 10^12, or -1 for unlimited")
]
MetricsNamespace = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9._/#-]{1,255}$"),
    AfterValidator(_not_aws),
    Allowed("a CloudWatch namespace: 1-255 of A-Z a-z 0-9 . _ / # -, not starting with AWS/"),
]
Metering = Annotated[
    Literal["none", "register-usage", "meter-usage", "license-manager"],
    Allowed("none, register-usage, meter-usage or license-manager"),
]
_VariableName = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,127}$")]
_ParameterName = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,63}$")]
_Frozen = AfterValidator(MappingProxyType)
_Dumped = PlainSerializer(dict)  # pydantic knows no mapping proxy
Environment = Annotated[
    Mapping[_VariableName, Annotated[str, Field(max_length=4096)]],
    _Frozen,
    _Dumped,
    Allowed("a table of variable names (letters, digits, _) and strings of up to 4096 characters"),
]
Secrets = Annotated[
    Mapping[_VariableName, _ParameterName],
    _Frozen,
    _Dumped,
    Allowed("a table of variable names and names of template parameters (letters and digits)"),
]


class Section(BaseModel):
    """One table of axonflow.toml: frozen, exact types, no unknown keys.

    Raises:
        ConfigError: when constructed with a wrong value; names each one.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", strict=True)

    if not TYPE_CHECKING:  # type checkers keep the typed constructor pydantic derives

        def __init__(self, /, **values: object) -> None:
            """Validate the values and say what is wrong in this library's words."""
            try:
                super().__init__(**values)
            except ValidationError as error:
                raise explain(type(self), error) from None


class TierLimits(Section):
    """Requests a month each pricing tier allows (the MAX_REQUESTS variable)."""

    pilot: RequestLimit = Field(default=50_000, description="MAX_REQUESTS of the Pilot tier.")
    growth: RequestLimit = Field(default=500_000, description="MAX_REQUESTS of the Growth tier.")
    enterprise: RequestLimit = Field(default=-1, description="MAX_REQUESTS of the Enterprise tier.")


class ServiceConfig(Section):
    """What the agent's and the orchestrator's containers share."""

    repository: Repository = Field(description="Image repository below the registry.")
    tag: OptionalTag = Field(
        default=None, description="Image tag; the product's version when absent."
    )
    port: Port = Field(description="Port the container listens on, in PORT and health check too.")
    cpu: FargateCpu = Field(default=1024, description="Task CPU in units of 1/1024 vCPU.")
    memory: FargateMemory = Field(
        default=2048, description="Task memory in MiB; Fargate's pairs only."
    )
    start_period: StartPeriod = Field(
        default=180, description="Seconds in which failed container health checks do not count."
    )
    environment: Environment = Field(
        default_factory=_empty, description="Extra environment variables."
    )
    secrets: Secrets = Field(
        default_factory=_empty,
        description="Extra secrets: variable name = template parameter that takes its ARN.",
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        problems = []
        if self.memory not in (sizes := FARGATE_MEMORY[self.cpu]):
            allowed = f"{sizes[0]} to {sizes[-1]} in steps of {sizes.step} with cpu {self.cpu}"
            problems.append(("memory", f"got {self.memory}; allowed: {allowed}"))
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
        if problems:
            raise ConfigError(problems)
        return self


class AgentConfig(ServiceConfig):
    """The agent: the service behind the load balancer."""

    repository: Repository = Field(
        default="axonflow/axonflow-agent", description="Image repository below the registry."
    )
    port: Port = Field(default=8080, description="Port the container listens on.")
    health_check_grace_period: GracePeriod = Field(
        default=60, description="Seconds in which failed load balancer health checks do not count."
    )


class OrchestratorConfig(ServiceConfig):
    """The orchestrator: reached by the agents alone."""

    repository: Repository = Field(
        default="axonflow/axonflow-orchestrator", description="Image repository below the registry."
    )
    port: Port = Field(default=8081, description="Port the container listens on.")


class DatabaseConfig(Section):
    """The PostgreSQL database."""

    port: Port = Field(default=5432, description="Port the database listens on.")


class TemplateConfig(Section):
    """Everything the publisher decides; with no arguments, the published product.

    Raises:
        ConfigError: for every wrong value, naming the key, what it got and what is allowed.
    """

    version: Tag = Field(
        default=__version__, description="Version of the product: the images' tag."
    )
    registry: Registry = Field(default=MARKETPLACE_REGISTRY, description="Registry of both images.")
    allow_other_registry: bool = Field(
        default=False, description="Accept a registry that is not AWS Marketplace's (test beds)."
    )
    metering: Metering = Field(
        default="none", description="Marketplace metering the task role allows."
    )
    metrics_namespace: MetricsNamespace = Field(
        default="AxonFlow", description="The one CloudWatch namespace tasks may publish metrics in."
    )
    tiers: TierLimits = Field(
        default_factory=TierLimits, description="Request limits by pricing tier."
    )
    agent: AgentConfig = Field(default_factory=AgentConfig, description="The agent service.")
    orchestrator: OrchestratorConfig = Field(
        default_factory=OrchestratorConfig, description="The orchestrator service."
    )
    database: DatabaseConfig = Field(default_factory=DatabaseConfig, description="The database.")

    @model_validator(mode="after")
    def _marketplace_registry(self) -> Self:
        if self.registry != MARKETPLACE_REGISTRY and not self.allow_other_registry:
            allowed = f'"{MARKETPLACE_REGISTRY}", or any other with allow_other_registry = true'
            raise ConfigError([("registry", f'got "{self.registry}"; allowed: {allowed}')])
        return self

    def image(self, service: ServiceConfig) -> str:
        """Return the image URI of one of this config's services."""
        return f"{self.registry}/{service.repository}:{service.tag or self.version}"


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
        return TemplateConfig(**table)
    except ConfigError as error:
        raise error.within(str(path)) from None
