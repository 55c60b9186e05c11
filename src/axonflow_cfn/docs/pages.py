"""The guide's pages in Markdown, and AWS Marketplace's usage instructions."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from axonflow_cfn.cost.estimate import compare, estimate
from axonflow_cfn.cost.prices import load_prices
from axonflow_cfn.cost.quantities import ARCHITECTURES, HOURS
from axonflow_cfn.cost.report import group_totals, money
from axonflow_cfn.docs.access import egress, reaches, roles
from axonflow_cfn.docs.facts import Facts, metrics
from axonflow_cfn.errors import RenderError
from axonflow_cfn.naming import LONGEST_STACK_NAME

PAGES: Mapping[str, str] = {
    "prerequisites": "Prerequisites",
    "deploy": "Deploy",
    "parameters": "Parameters and outputs",
    "infrastructure": "Infrastructure details",
    "security": "Security",
    "costs": "Costs",
    "operate": "Update, rotate, delete",
    "troubleshooting": "Troubleshooting",
}
"""The pages in reading order: file name without suffix, and title."""

USAGE_LIMIT = 4000
"""Most characters of usage instructions (AWS Marketplace Catalog API, UsageInstructions)."""


def environment() -> Environment:
    """Return the templating environment of every page; a name that is not there is an error."""
    env = Environment(
        loader=PackageLoader("axonflow_cfn.docs"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=select_autoescape(["html.jinja"]),
    )
    env.filters |= {
        "cell": _cell,
        "fromjson": json.loads,
        "money": money,
        "pairs": _pairs,
        "yes": lambda flag: "on" if flag else "off",
    }
    return env


def write_pages(facts: Facts, mermaid: str) -> dict[str, str]:
    """Return every page of the guide by name, Markdown, README first.

    Args:
        facts: what the pages say.
        mermaid: the architecture as a Mermaid flowchart.
    """
    env, values = environment(), {**_values(facts), "mermaid": mermaid}
    return {
        name: env.get_template(f"{name}.md.jinja").render(values) for name in ("README", *PAGES)
    }


def write_usage(facts: Facts) -> str:
    """Return the usage instructions for AWS Marketplace.

    Raises:
        RenderError: they are longer than Marketplace takes, or not ASCII.
    """
    text = environment().get_template("usage-instructions.txt.jinja").render(_values(facts))
    if not text.isascii() or len(text) > USAGE_LIMIT:
        raise RenderError(
            f"usage instructions: {len(text):,} characters; AWS Marketplace takes "
            f"{USAGE_LIMIT:,}, all ASCII: shorten the names in axonflow.toml"
        )
    return text


def _values(facts: Facts) -> dict[str, Any]:
    """Return the names that pages use."""
    book = load_prices()
    cost = estimate(facts.template, book, parameters={})
    every = (*cost.lines, *cost.outside)
    return {
        "config": facts.config,
        "cost": cost,
        "comparison": compare(facts.template, book, parameters={}),
        "architectures": ARCHITECTURES,
        "egress": egress,
        "facts": facts,
        "hours": HOURS,
        "idle": group_totals(cost, at_most=False),
        "at_most": group_totals(cost, at_most=True),
        "licences": book.licences,
        "longest_stack_name": LONGEST_STACK_NAME,
        "metrics": metrics,
        "p": {name: resource.properties for name, resource in facts.resources.items()},
        "pages": PAGES,
        "parameters": facts.template["Parameters"],
        "reaches": reaches(facts),
        "roles": roles(facts),
        "rules": facts.template["Rules"],
        "sources": sorted({line.price.source for line in every if line.price}),
        "tiers": facts.template["Mappings"]["TierLimits"],
        "total": _total,
        "vcpu": _vcpu(facts),
    }


def _vcpu(facts: Facts) -> Mapping[str, int]:
    """Fargate vCPU at the default counts, twice that in a rollout, and at full scale."""
    running = most = Decimal(0)
    for name, count in (
        ("Agent", "AgentDesiredCount"),
        ("Orchestrator", "OrchestratorDesiredCount"),
    ):
        size = Decimal(facts.resources[f"{name}TaskDefinition"].properties["Cpu"]) / 1024
        running += size * int(facts.template["Parameters"][count]["Default"])
        most += size * facts.resources[f"{name}ScalableTarget"].properties["MaxCapacity"]
    service = facts.resources["AgentService"].properties
    factor = Decimal(service["DeploymentConfiguration"]["MaximumPercent"]) / 100
    return {
        "running": int(running),
        "rollout": int(running * factor),
        "most": int(most),
        "most_rollout": int(most * factor),
    }


def _cell(value: object) -> str:
    """A value as the text of a table's cell, which a line break or ``|`` would end."""
    return " ".join(str(value).split()).replace("|", "\\|")


def _pairs(items: list[dict[str, Any]]) -> dict[str, Any]:
    """A list of Key and Value as a mapping."""
    return {item["Key"]: item["Value"] for item in items}


def _total(*amounts: Decimal | None) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None
