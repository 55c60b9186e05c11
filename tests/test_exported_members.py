import subprocess
import sys

import pytest

import axonflow_cfn

EXPORTED = [
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


def test_the_public_names() -> None:
    assert axonflow_cfn.__all__ == EXPORTED
    assert dir(axonflow_cfn) == sorted(EXPORTED)


@pytest.mark.parametrize("name", EXPORTED)
def test_every_public_name_is_there(name: str) -> None:
    value = getattr(axonflow_cfn, name)
    assert getattr(value, "__name__", name) == name


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match=r"^module 'axonflow_cfn' has no attribute 'nothing'$"):
        axonflow_cfn.nothing  # noqa: B018 reading it is the test


def imported_by(statement: str) -> set[str]:
    """Top-level modules that a fresh interpreter has after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import axonflow_cfn", {"troposphere", "msgspec", "cfnlint", "yaml"}),
        ("import axonflow_cfn.cli", {"troposphere", "msgspec", "cfnlint", "yaml"}),
        ("import axonflow_cfn.commands", {"cfnlint", "cloudformation_validate", "shtab"}),
        ("from axonflow_cfn import build_network", {"cfnlint", "axonflow_cfn.layers.compute"}),
        ("from axonflow_cfn import build_logs", {"axonflow_cfn.layers.network"}),
        ("from axonflow_cfn import build_template", {"cfnlint", "axonflow_cfn.render"}),
    ],
)
def test_imports_stay_light(statement: str, absent: set[str]) -> None:
    assert imported_by(statement) & absent == set()


@pytest.mark.parametrize(
    "layer",
    ["network", "logs", "database", "iam", "compute", "monitoring"],
)
def test_a_layer_is_importable_alone(layer: str) -> None:
    assert f"axonflow_cfn.layers.{layer}" in imported_by(f"import axonflow_cfn.layers.{layer}")
