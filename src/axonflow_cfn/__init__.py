"""Generates and verifies the AWS Marketplace CloudFormation template that deploys AxonFlow.

Importing this package imports nothing heavy: a public name loads its module when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axonflow_cfn._version import __version__
    from axonflow_cfn.acceptance import refusals
    from axonflow_cfn.builder import Stack, assemble, build_stack, build_template, describe
    from axonflow_cfn.config import (
        AgentConfig,
        DatabaseConfig,
        OrchestratorConfig,
        ServiceConfig,
        TemplateConfig,
        TierLimits,
        load_config,
    )
    from axonflow_cfn.errors import (
        AssemblyError,
        AxonflowCfnError,
        ConfigError,
        FileError,
        ParameterError,
        PriceError,
        RenderError,
    )
    from axonflow_cfn.fragment import Condition, Fragment, Param, Rule, described, ignored
    from axonflow_cfn.layers.compute import Compute, Service, build_compute
    from axonflow_cfn.layers.database import Database, build_database
    from axonflow_cfn.layers.iam import Iam, build_iam
    from axonflow_cfn.layers.logs import Logs, build_logs
    from axonflow_cfn.layers.monitoring import Monitoring, build_monitoring
    from axonflow_cfn.layers.network import Network, build_network
    from axonflow_cfn.naming import LONGEST_STACK_NAME
    from axonflow_cfn.render import BODY_LIMIT, render_template, to_data
    from axonflow_cfn.resolve import Deployment, resolve_template

_HOMES = {
    "AgentConfig": "config",
    "AssemblyError": "errors",
    "AxonflowCfnError": "errors",
    "BODY_LIMIT": "render",
    "Compute": "layers.compute",
    "Condition": "fragment",
    "ConfigError": "errors",
    "Database": "layers.database",
    "DatabaseConfig": "config",
    "Deployment": "resolve",
    "FileError": "errors",
    "Fragment": "fragment",
    "Iam": "layers.iam",
    "LONGEST_STACK_NAME": "naming",
    "Logs": "layers.logs",
    "Monitoring": "layers.monitoring",
    "Network": "layers.network",
    "OrchestratorConfig": "config",
    "Param": "fragment",
    "ParameterError": "errors",
    "PriceError": "errors",
    "RenderError": "errors",
    "Rule": "fragment",
    "Service": "layers.compute",
    "ServiceConfig": "config",
    "Stack": "builder",
    "TemplateConfig": "config",
    "TierLimits": "config",
    "__version__": "_version",
    "assemble": "builder",
    "build_compute": "layers.compute",
    "build_database": "layers.database",
    "build_iam": "layers.iam",
    "build_logs": "layers.logs",
    "build_monitoring": "layers.monitoring",
    "build_network": "layers.network",
    "build_stack": "builder",
    "build_template": "builder",
    "describe": "builder",
    "described": "fragment",
    "ignored": "fragment",
    "load_config": "config",
    "refusals": "acceptance",
    "render_template": "render",
    "resolve_template": "resolve",
    "to_data": "render",
}

__all__ = [
    "BODY_LIMIT",
    "LONGEST_STACK_NAME",
    "AgentConfig",
    "AssemblyError",
    "AxonflowCfnError",
    "Compute",
    "Condition",
    "ConfigError",
    "Database",
    "DatabaseConfig",
    "Deployment",
    "FileError",
    "Fragment",
    "Iam",
    "Logs",
    "Monitoring",
    "Network",
    "OrchestratorConfig",
    "Param",
    "ParameterError",
    "PriceError",
    "RenderError",
    "Rule",
    "Service",
    "ServiceConfig",
    "Stack",
    "TemplateConfig",
    "TierLimits",
    "__version__",
    "assemble",
    "build_compute",
    "build_database",
    "build_iam",
    "build_logs",
    "build_monitoring",
    "build_network",
    "build_stack",
    "build_template",
    "describe",
    "described",
    "ignored",
    "load_config",
    "refusals",
    "render_template",
    "resolve_template",
    "to_data",
]


def __getattr__(name: str) -> object:
    """Load a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)
