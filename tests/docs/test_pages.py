"""The Markdown pages: they carry the template's figures, follow the config, and lead somewhere."""

import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from variants import template_data

from axonflow_cfn import (
    AgentConfig,
    DatabaseConfig,
    OrchestratorConfig,
    RenderError,
    TemplateConfig,
)
from axonflow_cfn.cli import main
from axonflow_cfn.docs.facts import gather_facts
from axonflow_cfn.docs.guide import guide_files
from axonflow_cfn.docs.pages import PAGES, USAGE_LIMIT, write_usage

CONFIGS: Mapping[str, TemplateConfig] = {
    "published": TemplateConfig(),
    "other": TemplateConfig(
        version="2.7.1",
        metering="license-manager",
        metrics_namespace="Other",
        agent=AgentConfig(port=9443, cpu=2048, memory=8192, secrets={"API_KEY": "ApiKeyArn"}),
        orchestrator=OrchestratorConfig(port=9444, start_period=33),
        database=DatabaseConfig(port=6543),
    ),
}


@cache
def guide(config: str = "published") -> Mapping[str, str]:
    return {name: content.decode() for name, content in guide_files(CONFIGS[config]).items()}


def test_the_files_of_the_guide() -> None:
    assert list(guide()) == [
        "README.md",
        *(f"{name}.md" for name in PAGES),
        "usage-instructions.txt",
        "index.html",
    ]


def test_the_guide_is_the_same_each_time() -> None:
    assert {name: text.encode() for name, text in guide().items()} == guide_files(TemplateConfig())


# The customer page says these in its own words (its section in the first column).
@pytest.mark.parametrize(
    ("section", "line"),
    [
        ("ALB security group", "- In: port 443 from `AllowedCidr` (by default 0.0.0.0/0): HTTPS from clients"),
        ("ALB security group", "- In: port 80 from `AllowedCidr` (by default 0.0.0.0/0): HTTP, redirected"),
        ("Agent security group", "- In: port 8080 from `LoadBalancerSecurityGroup`: Load balancer"),
        ("Orchestrator security group", "- In: port 8081 from `AgentSecurityGroup`: Agents"),
        ("Database security group", "- In: port 5432 from `OrchestratorSecurityGroup`: Orchestrators"),
        ("Application Load Balancer", "| Type, scheme | application, internal |"),
        ("Application Load Balancer", "| Connection draining | 300 s |"),
        ("Application Load Balancer", "| Idle timeout | 60 s |"),
        ("ECS cluster", "| Capacity providers | FARGATE, FARGATE_SPOT |"),
        ("ECS cluster", "| Default strategy | 100 % FARGATE |"),
        ("Agent task definition", "| Size of a task | 1024 CPU units (1 vCPU), 2048 MiB |"),
        ("Agent task definition", "- `TIER`: Growth"),
        ("Agent service", "| Tasks | 5 by default; 1 to 50 by `AgentDesiredCount`, which is the least auto scaling keeps |"),
        ("Orchestrator service", "| Tasks | 10 by default; 1 to 50 by `OrchestratorDesiredCount`, which is the least auto scaling keeps |"),
        ("Auto scaling", "| Auto scaling | up to 50 tasks; aims at 70 % CPU; out after 60 s, in after 300 s |"),
        ("Agent service", "| Load balancer | port 8080 in [stack-name]-tg; grace period 60 s |"),
        ("RDS instance", "| Multi-AZ | on |"),
        ("RDS instance", "| Storage | 100 GB gp3 by default; gp3 below 400 GB has 3000 IOPS and 125 MB/s |"),
        ("RDS backups", "| Backups | kept 7 days, taken 03:00-04:00 UTC |"),
        ("RDS backups", "| When deleted | snapshot |"),
        ("RDS monitoring", "| Performance Insights | on, kept 7 days |"),
        ("Secret", "keys username, password, engine, host, port, dbname."),
        ("Log groups", "| Logs | /ecs/[stack-name]/orchestrator, kept 30 days |"),
        ("Metrics", "- ECS/ContainerInsights: RunningTaskCount, DesiredTaskCount"),
    ],
)  # fmt: skip
def test_the_pages_figures_are_in_infrastructure_details(section: str, line: str) -> None:
    assert line in guide()["infrastructure.md"], section


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("README.md", "AxonFlow 2.7.1"),
        ("README.md", '"9443"'),
        ("infrastructure.md", "| Size of a task | 2048 CPU units (2 vCPU), 8192 MiB |"),
        ("infrastructure.md", "first 33 s not counted"),
        ("infrastructure.md", "- `API_KEY`: from a secret when the task starts"),
        ("infrastructure.md", "| Database, user, port | axonflow, axonflow, 6543 |"),
        ("parameters.md", "| `ApiKeyArn` | **Secret for API_KEY.**"),
        ("prerequisites.md", "The defaults run 20 vCPU, and up to 40"),
        ("prerequisites.md", "At full scale it is 150 and 300."),
        ("security.md", "| `LoadBalancerSecurityGroup` |  | 9443 |  |  | everywhere |"),
        ("security.md", "only where `cloudwatch:namespace` is `Other`"),
        ("security.md", "| `license-manager:CheckoutLicense` |"),
        ("security.md", "| `secretsmanager:GetSecretValue` | `DatabaseUrlSecret`, "),
        ("usage-instructions.txt", "namespace Other; ECS Exec channels while EnableExecuteCommand is true; AWS Marketplace metering."),
        ("index.html", "<title>AxonFlow 2.7.1 on AWS</title>"),
    ],
)  # fmt: skip
def test_the_guide_follows_the_config(page: str, text: str) -> None:
    assert text in guide("other")[page]
    assert text not in guide()[page]


@pytest.mark.parametrize(
    ("section", "page"),
    [("Resources", "infrastructure.md"), ("Parameters", "parameters.md"), ("Outputs", "parameters.md")],
)  # fmt: skip
def test_everything_of_the_template_is_in_the_guide(section: str, page: str) -> None:
    missing = [name for name in template_data()[section] if f"| `{name}` |" not in guide()[page]]
    assert missing == []


def test_the_matrix_of_the_security_groups() -> None:
    lines = guide()["security.md"].splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| from"))
    assert [line.split("|")[1:-1] for line in lines[start + 2 : start + 7]] == [
        [" clients in `AllowedCidr` ", " 443, 80 ", "  ", "  ", "  ", "  "],
        [" `LoadBalancerSecurityGroup` ", "  ", " 8080 ", "  ", "  ", " everywhere "],
        [" `AgentSecurityGroup` ", "  ", "  ", " 8081 ", " 5432 ", " everywhere "],
        [" `OrchestratorSecurityGroup` ", "  ", "  ", "  ", " 5432 ", " everywhere "],
        [" `DatabaseSecurityGroup` ", "  ", "  ", "  ", "  ", " nowhere "],
    ]


def test_what_the_stack_refuses_is_quoted() -> None:
    sentences = [
        assertion["AssertDescription"]
        for rule in template_data()["Rules"].values()
        for assertion in rule["Assertions"]
    ]
    assert len(sentences) == 5
    assert [s for s in sentences if f"- {s}\n" not in guide()["troubleshooting.md"]] == []


def test_an_address_that_depends_on_the_certificate_is_given_for_each() -> None:
    row = next(line for line in guide()["parameters.md"].splitlines() if "`AgentUrl` | URL" in line)
    assert "`https://[stack-name].[region].axonflow.internal` or `https://[DomainName]`" in row


@pytest.mark.parametrize("config", CONFIGS)
def test_tables_have_as_many_cells_in_every_row(config: str) -> None:
    tables = 0
    for name, text in guide(config).items():
        cells = 0
        for line in text.splitlines() if name.endswith(".md") else ():
            if not line.startswith("|"):
                cells = 0
                continue
            found = len(re.findall(r"(?<!\\)\|", line))
            tables += cells == 0
            assert cells in {0, found}, (name, line)
            cells = found
    assert tables > 20


def anchors(text: str) -> set[str]:
    """A page's anchors as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_leads_somewhere() -> None:
    followed = 0
    for name, text in guide().items():
        for target in re.findall(r"\]\(([^)]+)\)", text) if name.endswith(".md") else ():
            file, _, anchor = target.partition("#")
            if file != "../diagram.svg":
                page = guide()[file or name]
                assert not anchor or anchor in anchors(page), (name, target)
                followed += 1
    assert followed > 15


def test_usage_instructions_are_what_marketplace_takes() -> None:
    text = guide()["usage-instructions.txt"]
    assert text.isascii()
    assert 2000 < len(text) <= USAGE_LIMIT == 4000
    assert all(line == line.strip() for line in text.splitlines())


def test_longer_usage_instructions_are_refused() -> None:
    facts = gather_facts(TemplateConfig(metrics_namespace="n" * 255))
    length = len(write_usage(facts))
    assert length < USAGE_LIMIT
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("axonflow_cfn.docs.pages.USAGE_LIMIT", length - 1)
        with pytest.raises(RenderError) as refused:
            write_usage(facts)
    assert str(refused.value) == (
        f"usage instructions: {length:,} characters; AWS Marketplace takes {length - 1:,}, "
        "all ASCII: shorten the names in axonflow.toml"
    )


def test_the_command_writes_the_guide_of_a_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("axonflow.toml").write_text('version = "2.7.1"\n', encoding="utf-8")
    assert main(["docs"]) == 0
    folder = Path("docs/guide")
    assert {path.name for path in folder.iterdir()} == set(guide())
    assert "AxonFlow 2.7.1" in (folder / "README.md").read_text(encoding="utf-8")
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == [str(folder / name) for name in guide()]


def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    for module in ("guide", "pages", "site"):
        monkeypatch.delitem(sys.modules, f"axonflow_cfn.docs.{module}", raising=False)
    assert main(["docs", "-d", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "axonflow-cfn: jinja2 is not installed; install it with: pip install 'axonflow-cfn[docs]'\n"
    )
    assert list(tmp_path.iterdir()) == []
