import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from axonflow_cfn import (
    AgentConfig,
    ConfigError,
    DatabaseConfig,
    FileError,
    OrchestratorConfig,
    ServiceConfig,
    TemplateConfig,
    TierLimits,
    load_config,
)
from axonflow_cfn.config import config_schema
from axonflow_cfn.config_types import FARGATE_MEMORY, MARKETPLACE_REGISTRY

TAG = "a fixed image tag such as 1.4.2, never latest; 1-128 of A-Z a-z 0-9 _ . -"
REPOSITORY = "a repository such as axonflow/axonflow-agent, in lower case, without a tag"
REGISTRY = f"a registry's host name; Marketplace's is {MARKETPLACE_REGISTRY}"
PORT = "a whole number from 1 to 65535"
CPU = "256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units"
MEMORY = "a whole number of MiB from 512 to 122880"
START = "a whole number of seconds from 0 to 300"
GRACE = "a whole number of seconds from 0 to 7200"
LIMIT = "a whole number from 0 to 10^12, or -1 for unlimited"
NAMESPACE = "a CloudWatch namespace: 1-255 of A-Z a-z 0-9 . _ / # -, not starting with AWS/"
METERING = "none, register-usage, meter-usage or license-manager"
ENVIRONMENT = "a table of variable names (letters, digits, _) and strings of up to 4096 characters"
SECRETS = "a table of variable names and names of template parameters (letters and digits)"
TOP_KEYS = (
    "version, registry, allow_other_registry, metering, metrics_namespace, tiers, agent, "
    "orchestrator, database"
)
SERVICE_KEYS = "repository, tag, port, cpu, memory, start_period, environment, secrets"
TAKEN = "already set by the template or this service; rename it"

WRONG: Mapping[str, list[str]] = {
    # types
    "version = 1": [f"version: got 1; allowed: {TAG}"],
    "version = 2026-11-24": [f"version: got 2026-11-24; allowed: {TAG}"],
    "version = [1, 2026-11-24]": [f'version: got [1, "2026-11-24"]; allowed: {TAG}'],
    "version = {}": [f"version: got {{}}; allowed: {TAG}"],
    "allow_other_registry = 1": ["allow_other_registry: got 1; allowed: true or false"],
    'agent = "x"': [
        f'agent: got "x"; allowed: a table with the keys {SERVICE_KEYS}, health_check_grace_period'
    ],
    "database = 5432": ["database: got 5432; allowed: a table with the keys port"],
    "tiers = []": ["tiers: got []; allowed: a table with the keys pilot, growth, enterprise"],
    "[agent]\nport = true": [f"agent.port: got true; allowed: {PORT}"],
    '[agent]\nport = "8080"': [f'agent.port: got "8080"; allowed: {PORT}'],
    "[agent]\nport = 8080.0": [f"agent.port: got 8080.0; allowed: {PORT}"],
    "[agent]\nport = nan": [f"agent.port: got NaN; allowed: {PORT}"],
    "[agent]\nenvironment = 1": [f"agent.environment: got 1; allowed: {ENVIRONMENT}"],
    "[agent]\nenvironment.A = 1": [f"agent.environment.A: got 1; allowed: {ENVIRONMENT}"],
    # ranges and patterns
    'version = "latest"': [f'version: got "latest"; allowed: {TAG}'],
    'version = ""': [f'version: got ""; allowed: {TAG}'],
    'version = "1.0\\n"': [f'version: got "1.0\\n"; allowed: {TAG}'],
    f'version = "{"1" * 129}"': [f'version: got "{"1" * 129}"; allowed: {TAG}'],
    '[agent]\ntag = "latest"': [f'agent.tag: got "latest"; allowed: {TAG}'],
    '[agent]\nrepository = "Axonflow/agent"': [
        f'agent.repository: got "Axonflow/agent"; allowed: {REPOSITORY}'
    ],
    '[agent]\nrepository = "axonflow/agent:1"': [
        f'agent.repository: got "axonflow/agent:1"; allowed: {REPOSITORY}'
    ],
    'registry = "https://example.com"': [
        f'registry: got "https://example.com"; allowed: {REGISTRY}'
    ],
    "[agent]\nport = 0": [f"agent.port: got 0; allowed: {PORT}"],
    "[orchestrator]\nport = 65536": [f"orchestrator.port: got 65536; allowed: {PORT}"],
    "[database]\nport = -1": [f"database.port: got -1; allowed: {PORT}"],
    "[agent]\ncpu = 1000": [f"agent.cpu: got 1000; allowed: {CPU}"],
    "[agent]\nmemory = 511": [f"agent.memory: got 511; allowed: {MEMORY}"],
    "[agent]\nstart_period = 301": [f"agent.start_period: got 301; allowed: {START}"],
    "[agent]\nhealth_check_grace_period = 7201": [
        f"agent.health_check_grace_period: got 7201; allowed: {GRACE}"
    ],
    "[tiers]\npilot = -2": [f"tiers.pilot: got -2; allowed: {LIMIT}"],
    "[tiers]\nenterprise = 1_000_000_000_001": [
        f"tiers.enterprise: got 1000000000001; allowed: {LIMIT}"
    ],
    'metrics_namespace = "AWS/ECS"': [f'metrics_namespace: got "AWS/ECS"; allowed: {NAMESPACE}'],
    'metrics_namespace = "a b"': [f'metrics_namespace: got "a b"; allowed: {NAMESPACE}'],
    'metering = "free"': [f'metering: got "free"; allowed: {METERING}'],
    '[agent.environment]\n"A B" = "x"': [
        f'agent.environment.A B: got "A B"; allowed: {ENVIRONMENT}'
    ],
    f'[agent.environment]\nA = "{"x" * 4097}"': [
        f'agent.environment.A: got "{"x" * 4097}"; allowed: {ENVIRONMENT}'
    ],
    '[agent.secrets]\nA = "Bad-Name"': [f'agent.secrets.A: got "Bad-Name"; allowed: {SECRETS}'],
    # unknown keys
    "versoin = 1": [f"versoin: unknown key; allowed: {TOP_KEYS}"],
    "self = 1": [f"self: unknown key; allowed: {TOP_KEYS}"],
    '"" = 1': [f": unknown key; allowed: {TOP_KEYS}"],
    "[tiers]\nfree = 1": ["tiers.free: unknown key; allowed: pilot, growth, enterprise"],
    "[orchestrator]\nhealth_check_grace_period = 60": [
        f"orchestrator.health_check_grace_period: unknown key; allowed: {SERVICE_KEYS}"
    ],
    # contradictions
    "[agent]\nmemory = 1024": [
        "agent.memory: got 1024; allowed: 2048 to 8192 in steps of 1024 with cpu 1024"
    ],
    "[agent]\ncpu = 16384": [
        "agent.memory: got 2048; allowed: 32768 to 122880 in steps of 8192 with cpu 16384"
    ],
    'registry = "docker.io"': [
        f'registry: got "docker.io"; allowed: "{MARKETPLACE_REGISTRY}", or any other with allow_other_registry = true'
    ],
    '[agent.environment]\nPORT = "1"': [f"agent.environment.PORT: {TAKEN}"],
    '[orchestrator.secrets]\nDATABASE_URL = "A"': [f"orchestrator.secrets.DATABASE_URL: {TAKEN}"],
    '[agent]\nenvironment.A = "x"\nsecrets.A = "B"': [f"agent.secrets.A: {TAKEN}"],
    # several at once: each is named
    "[agent]\nport = 0\nmemory = 1\n[tiers]\nx = 1": [
        "tiers.x: unknown key; allowed: pilot, growth, enterprise",
        f"agent.port: got 0; allowed: {PORT}",
        f"agent.memory: got 1; allowed: {MEMORY}",
    ],
    '[agent]\nmemory = 1024\nenvironment.TIER = ""\nsecrets.PORT = "A"': [
        "agent.memory: got 1024; allowed: 2048 to 8192 in steps of 1024 with cpu 1024",
        f"agent.environment.TIER: {TAKEN}",
        f"agent.secrets.PORT: {TAKEN}",
    ],
}

NOT_TOML = ("= 1", "a = 1\na = 2", "a = " + "1" * 5000, "a = 'x", "[agent\nport = 1")


@pytest.mark.parametrize(("text", "lines"), WRONG.items())
def test_every_wrong_value_is_named(text: str, lines: list[str], tmp_path: Path) -> None:
    file = tmp_path / "axonflow.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert str(caught.value).splitlines() == [f"{file}: {line}" for line in lines]


@pytest.mark.parametrize("text", NOT_TOML)
def test_what_is_no_toml(text: str, tmp_path: Path) -> None:
    """The reason is the parser's own, which Python versions word differently."""
    with pytest.raises(ValueError, match=r".") as reason:
        tomllib.loads(text)
    file = tmp_path / "axonflow.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert str(caught.value) == f"{file}: not a TOML file: {reason.value}"


def test_what_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "axonflow.toml"
    file.write_bytes(b"\xff")
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert str(caught.value) == (
        f"{file}: not a TOML file: 'utf-8' codec can't decode byte 0xff in position 0: "
        "invalid start byte"
    )


def test_nesting_beyond_the_parser(tmp_path: Path) -> None:
    file = tmp_path / "axonflow.toml"
    file.write_text("a = " + "[" * 5000)
    with pytest.raises(ConfigError, match=re.escape(f"{file}: not a TOML file: ")):
        load_config(file)


def test_a_named_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        load_config(tmp_path / "no.toml")
    assert str(caught.value) == (
        f"{tmp_path / 'no.toml'}: cannot read the config file: No such file or directory"
    )


def test_a_named_file_that_is_a_directory(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        load_config(tmp_path)
    assert str(caught.value) == f"{tmp_path}: cannot read the config file: Is a directory"


def test_the_working_directorys_file_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config() == TemplateConfig()
    (tmp_path / "axonflow.toml").write_text('version = "9.8.7"')
    assert load_config() == TemplateConfig(version="9.8.7")


def test_the_committed_file_is_the_published_product() -> None:
    assert load_config(Path(__file__).parent.parent / "axonflow.toml") == TemplateConfig()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"version": None}, f"version: got None; allowed: {TAG}"),
        (
            {"version": dt.date(2026, 11, 24)},
            f"version: got 2026-11-24; allowed: {TAG}",
        ),
        ({"agent": None}, "agent: got None; allowed: a table with the keys"),
    ],
)
def test_the_constructor_speaks_the_same_words(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        TemplateConfig(**values)
    assert str(caught.value).startswith(message)


def test_a_config_error_is_a_value_error_with_its_problems() -> None:
    with pytest.raises(ValueError, match="port") as caught:
        DatabaseConfig(port=0)
    assert isinstance(caught.value, ConfigError)
    assert caught.value.problems == (("port", f"got 0; allowed: {PORT}"),)


def test_a_config_is_frozen_to_the_bottom() -> None:
    agent = AgentConfig(environment={"A": "x"})
    with pytest.raises(AttributeError, match="immutable"):
        agent.port = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        agent.environment["A"] = "y"  # type: ignore[index]


@pytest.mark.parametrize(
    ("service", "image"),
    [
        (AgentConfig(), "axonflow/axonflow-agent:3.2.1"),
        (OrchestratorConfig(), "axonflow/axonflow-orchestrator:3.2.1"),
        (AgentConfig(repository="a/b", tag="7"), "a/b:7"),
    ],
)
def test_image(service: ServiceConfig, image: str) -> None:
    config = TemplateConfig(version="3.2.1")
    assert config.image(service) == f"{MARKETPLACE_REGISTRY}/{image}"


def test_another_registry_must_be_allowed() -> None:
    config = TemplateConfig(registry="localhost:5000", allow_other_registry=True)
    assert config.image(config.agent) == "localhost:5000/axonflow/axonflow-agent:1.0.0"


def test_fargate_sizes() -> None:
    """Amazon ECS developer guide, "Task CPU and memory": smallest, largest and number of each."""
    assert {cpu: (sizes[0], sizes[-1], len(sizes)) for cpu, sizes in FARGATE_MEMORY.items()} == {
        256: (512, 2048, 4),
        512: (1024, 4096, 4),
        1024: (2048, 8192, 7),
        2048: (4096, 16384, 13),
        4096: (8192, 30720, 23),
        8192: (16384, 61440, 12),
        16384: (32768, 122880, 12),
    }


NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,20}", fullmatch=True).map(lambda name: f"X_{name}")
TAGS = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}", fullmatch=True).filter(
    lambda tag: tag != "latest"
)
SIZES = st.sampled_from([(cpu, size) for cpu, sizes in FARGATE_MEMORY.items() for size in sizes])


@st.composite
def services(draw: st.DrawFn) -> dict[str, Any]:
    cpu, memory = draw(SIZES)
    table: dict[str, Any] = {
        "cpu": cpu,
        "memory": memory,
        "port": draw(st.integers(1, 65535)),
        "start_period": draw(st.integers(0, 300)),
        "environment": draw(st.dictionaries(NAMES, st.text(max_size=50), max_size=3)),
    }
    if draw(st.booleans()):
        table["tag"] = draw(TAGS)
    return table


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    """Tables that axonflow.toml may hold."""
    limits = st.integers(-1, 10**12)
    return {
        "version": draw(TAGS),
        "metering": draw(
            st.sampled_from(["none", "register-usage", "meter-usage", "license-manager"])
        ),
        "tiers": {name: draw(limits) for name in ("pilot", "growth", "enterprise")},
        "agent": {**draw(services()), "health_check_grace_period": draw(st.integers(0, 7200))},
        "orchestrator": draw(services()),
        "database": {"port": draw(st.integers(1, 65535))},
    }


SCHEMA = config_schema()


@given(tables())
def test_what_a_table_says_the_config_holds(table: dict[str, Any]) -> None:
    config = TemplateConfig(**table)
    held = msgspec.to_builtins(config, enc_hook=dict)
    for key, value in table.items():
        if isinstance(value, dict):
            assert {name: held[key][name] for name in value} == value
        else:
            assert held[key] == value
    assert TemplateConfig.from_table(held) == config
    jsonschema.validate(table, SCHEMA)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "latest"},
        {"version": 1},
        {"versoin": "1"},
        {"agent": {"port": 0}},
        {"agent": {"cpu": 1000}},
        {"agent": {"environment": {"A": 1}}},
        {"tiers": {"pilot": -2}},
        {"metering": "free"},
    ],
)
def test_the_schema_refuses_what_the_config_refuses(wrong: dict[str, Any]) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(wrong)
    with pytest.raises(ConfigError):
        TemplateConfig.from_table(wrong)


def properties(schema: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [pair for section in schema["$defs"].values() for pair in section["properties"].items()]


@pytest.mark.parametrize(("name", "declared"), properties(SCHEMA))
def test_the_schema_explains_every_key(name: str, declared: Mapping[str, Any]) -> None:
    assert declared["description"].endswith("."), name
    assert (
        "default" in declared or "$ref" in declared or name in {"environment", "secrets", "tiers"}
    )


@pytest.mark.parametrize("section", [TemplateConfig, TierLimits, AgentConfig, DatabaseConfig])
def test_sections_take_no_positional_arguments(section: Any) -> None:
    with pytest.raises(TypeError):
        section("1.0.0")
