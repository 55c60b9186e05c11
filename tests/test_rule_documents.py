import re
from pathlib import Path

from editing import declared

from axonflow_cfn import rules

DOCS = Path(__file__).parents[1] / "docs"
IDS = {rule.id for rule in rules.load()}
NAMED = re.compile(r"\b[EWI]9\d{3}\b")

# What the pack must at least find: by defect, in the words of its specification.
DEFECTS = {
    "names that outgrow their service's limit": {"E9001", "W9002"},
    "gp3 below 400 GB with Iops or StorageThroughput": {"E9301"},
    "target group attached by no listener the service depends on": {"E9101"},
    "grace period with no load balancer": {"W9127"},
    "target group of the wrong type for awsvpc": {"E9225"},
    "container name or port that no task definition has": {"E9120"},
    "security group with empty egress": {"W9401"},
    "public certificate for a non-public name": {"E9233"},
    "DNS validation without a hosted zone": {"W9234"},
    "listener without a policy, or below TLS 1.2, or unknown": {"W9201", "W9202", "E9203"},
    "NoEcho or secretsmanager reaching plain text": {"W9601", "W9602"},
    "key of a secret that is not there": {"E9603"},
    "exec without task role or its actions": {"E9103", "W9104"},
    "health check without CMD or CMD-SHELL": {"E9102"},
    "health-check timeout not below the interval": {"E9217", "W9148"},
    "unknown attribute key or value out of range": {"E9220"},
    "LaunchType with CapacityProviderStrategy": {"E9121"},
    "circuit breaker absent": {"W9125"},
    "DesiredCount of a scaled service": {"W9801"},
    "scalable target": {"E9812", "E9811"},
    "Service Connect": {"E9132", "W9133", "W9134"},
    "container above its task, task size that does not exist": {"E9112", "E9161"},
    "MonitoringInterval without role": {"E9311"},
    "engine version, parameter-group family": {"E9303", "E9304"},
    "snapshot policies absent, windows that overlap": {"W9323", "E9308"},
    "log group name typed": {"W9008"},
    "Retain with a fixed name": {"W9005"},
    "egress rule that strips the default one": {"W9409"},
    "literal partition": {"I9041"},
    "image with latest, of another Region, from a parameter": {"W9137", "E9138", "W9139"},
    "create-only property fed by a parameter": {"W9006"},
    "parameters in no group or two": {"I9032"},
    "body size, dynamic references": {"W9030", "E9031"},
    "role with a fixed name": {"W9520"},
    "who reaches whom": {"E9701", "E9702", "E9703"},
    "which role reads what": {"E9501", "E9523", "E9524", "E9525", "E9526"},
    "names, ports and paths that agree": {"E9706", "E9707", "W9709", "W9710", "W9711"},
    "metrics and dimensions": {"W9860", "W9861", "W9862"},
    "exports, mapping keys, trust principals": {"E9034", "E9035", "E9502"},
}


def test_every_rule_that_the_documents_name_exists() -> None:
    for name in ("rules-and-traps.md", "rules-on-public-templates.md", "writing-rules.md"):
        named = set(NAMED.findall((DOCS / name).read_text(encoding="utf-8")))
        assert named - IDS == set(), name


def test_every_defect_that_must_be_found_has_its_rules_in_the_table_of_traps() -> None:
    table = (DOCS / "rules-and-traps.md").read_text(encoding="utf-8")
    named = set(NAMED.findall(table))
    assert {defect: ids - named for defect, ids in DEFECTS.items() if ids - named} == {}


def test_every_trap_names_a_rule_or_the_reason_why_there_is_none() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \|$",
        (DOCS / "rules-and-traps.md").read_text("utf-8"),
        re.MULTILINE,
    )
    traps = [(trap, seen) for trap, seen in rows if trap != "trap"]
    assert len(traps) > 100
    for trap, seen in traps:
        assert NAMED.search(seen) or re.match(r"cfn-lint|none: \w+", seen), trap


def test_the_counts_of_the_run_over_public_templates_add_up() -> None:
    text = (DOCS / "rules-on-public-templates.md").read_text(encoding="utf-8")
    templates = re.findall(
        r"^\| \S+/\S+ \| `[0-9a-f]{12}` \| .*`[0-9a-f]{64}` \| (\d+) \|$", text, re.MULTILINE
    )
    by_rule = re.findall(
        r"^\| [EWI]9\d{3} \| .* \| (\d+) \| (\d+) \| 0 \| \d+ \|$", text, re.MULTILINE
    )
    assert len(templates) >= 10
    total = sum(int(count) for count in templates)
    assert total == sum(int(found) for found, _ in by_rule) == sum(int(true) for _, true in by_rule)
    assert f"**{total} findings" in text


def test_the_figures_on_seeded_defects_are_those_of_the_test() -> None:
    text = (DOCS / "rules-and-traps.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    seeds = Path(__file__).parent / "rules" / "seeded"
    counts = [
        tuple(
            sum(key in seed for seed in declared(seeds / f"{name}.yaml"))
            for key in ("break", "report", "cfn_lint", "unseen")
        )
        for name in ("deployment", "running", "iam", "security")
    ]
    assert [tuple(int(figure) for figure in row) for row in rows] == counts
